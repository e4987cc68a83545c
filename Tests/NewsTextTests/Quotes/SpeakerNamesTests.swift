import Testing

/// Who a speaker is by name, and where the article does not tell.
struct SpeakerNamesTests {
  @Test(
    arguments: MarkedQuotes.table(
      """
      Ann Lee took office. “⟦It is late,⟧” the Lee administration said. ⇒ the Lee administration = Lee administration
      Ann Lee took office. “⟦It is late,⟧” Lee campaign officials said. ⇒ Lee campaign officials = -
      Ann Lee took office. “⟦It is late,⟧” Lee's lawyers said. ⇒ Lee's lawyers = -
      Ann Lee took office. “⟦It is late,⟧” Lee's lawyer Tom Reyes said. ⇒ Lee's lawyer Tom Reyes = Tom Reyes
      Ann Lee took office. “⟦It is late,⟧” Lee herself said. ⇒ Lee = Ann Lee
      “⟦It is late,⟧” a Harbour Board official said. ⇒ a Harbour Board official = -
      “⟦It is late,⟧” a Harbour Board statement said. ⇒ a Harbour Board statement = Harbour Board
      “⟦It is late,⟧” Sen. Ann Lee (R-Ohio) said. ⇒ Sen. Ann Lee = Ann Lee
      But Ann Lee said: “⟦It is late.⟧” ⇒ Ann Lee = Ann Lee
      """)
  ) func englishNames(_ fixture: MarkedQuotes) {
    #expect(fixture.found(language: "en") == fixture.quotes)
  }

  @Test(
    arguments: MarkedQuotes.table(
      """
      Im Brief der Ministerin Eva Brandt schreibt diese: „⟦Wir bauen weiter.⟧“ ⇒ diese
      Das „Wexler Wochenblatt“ meldet: „⟦Die Brücke ist offen.⟧“ ⇒ Das „Wexler Wochenblatt“ = Wexler Wochenblatt
      """)
  ) func germanNames(_ fixture: MarkedQuotes) {
    #expect(fixture.found(language: "de") == fixture.quotes)
  }
}
