import NewsText
import Testing

/// Reported speech without quote marks.
@Suite struct ReportedSpeechTests {
  @Test(arguments: english) func readsEnglish(_ fixture: MarkedQuotes) {
    #expect(fixture.found(language: "en", includesIndirect: true) == fixture.quotes)
  }
  @Test(arguments: german) func readsGerman(_ fixture: MarkedQuotes) {
    #expect(fixture.found(language: "de", includesIndirect: true) == fixture.quotes)
  }

  static let english = MarkedQuotes.table(
    """
    Mara Holt said ⦅that the bridge will open in May⦆. ⇒ Mara Holt
    Mara Holt said ⦅the bridge will open in May⦆. ⇒ Mara Holt
    ⦅The bridge will open in May⦆, Mara Holt said. ⇒ Mara Holt
    ⦅The bridge will open in May⦆, said Mara Holt, the harbour master. ⇒ Mara Holt
    ⦅The bridge will open in May⦆, said several officials. ⇒ several officials
    Mara Holt, who was the first to speak, found considerable support.
    ⦅The bridge will open in May⦆, according to the harbour board. ⇒ the harbour board
    According to the harbour board, ⦅the bridge will open in May⦆. ⇒ the harbour board
    Holt hopes ⦅to open the bridge in May⦆. ⇒ Holt
    Holt told reporters ⦅that the steel was late⦆. ⇒ Holt
    Holt criticized ⦅the delay of the bridge⦆. ⇒ Holt
    The bridge opened in May and the boats came back.
    """)

  static let german = MarkedQuotes.table(
    """
    Karla Brandis sagte, ⦅dass die Brücke im Mai eröffnet wird⦆. ⇒ Karla Brandis
    Karla Brandis erklärte, ⦅die Brücke werde im Mai eröffnet⦆. ⇒ Karla Brandis
    ⦅Die Brücke werde im Mai eröffnet⦆, sagte Karla Brandis. ⇒ Karla Brandis
    Laut Brandis ⦅wird die Brücke im Mai eröffnet⦆. ⇒ Brandis
    Wie Brandis am Montag mitteilte, ⦅wird die Brücke im Mai eröffnet⦆. ⇒ Brandis
    Brandis warnte vor Eile. ⦅Die Brücke sei noch nicht fertig⦆. ⇒ Brandis
    Die Brücke wurde im Mai eröffnet.
    Da riefen sie: ⟦Jetzt ist unsere Brücke fertig⟧! ⇒ sie
    ⟦Wir sind fertig⟧, sagte Brandis. ⇒ Brandis
    """)
}
