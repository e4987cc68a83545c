import NewsText
import Testing

@Suite struct EnglishQuotesTests {
  @Test(arguments: attributions + marks + fragments + continuations + pronouns + scare)
  func findsQuotesAndSpeakers(_ fixture: MarkedQuotes) {
    #expect(fixture.found(language: "en") == fixture.quotes)
  }

  static let attributions = MarkedQuotes.table(
    """
    “⟦The bridge will open in May,⟧” Mara Holt said. ⇒ Mara Holt
    “⟦The bridge will open in May,⟧” said Mara Holt. ⇒ Mara Holt
    “⟦The bridge will open in May,⟧” said Mara Holt, the harbour engineer. ⇒ Mara Holt
    “⟦The bridge will open in May,⟧” Holt, who runs the harbour, told reporters on Friday. ⇒ Holt
    “⟦The bridge will open in May,⟧” a spokesman for the harbour board said. ⇒ a spokesman for the harbour board
    “⟦When will it open?⟧” asked one of the drivers. ⇒ one of the drivers
    “⟦It will never open!⟧” he shouted. ⇒ he
    “⟦It opens in May⟧”, Mr. Holt added. ⇒ Mr. Holt
    Mara Holt said: “⟦The bridge will open in May.⟧” ⇒ Mara Holt
    Mara Holt, the harbour engineer, said, “⟦The bridge will open in May.⟧” ⇒ Mara Holt
    Holt told the Brackwater Echo that “⟪the bridge will open in May⟫” at the latest. ⇒ Holt
    “⟦The bridge,⟧” Holt said, “⟦will open in May.⟧” ⇒ Holt | Holt
    The bridge is late. Holt has repeatedly said, “⟦We need more steel.⟧” ⇒ Holt
    “⟦The steel is late,⟧” according to Holt. ⇒ Holt
    MARA HOLT: “⟦The bridge will open in May.⟧” ⇒ MARA HOLT
    “⟦We want our bridge back,⟧” residents say. ⇒ residents
    “⟦We want our bridge back,⟧” the statement read. ⇒ the statement
    """)

  static let marks = MarkedQuotes.table(
    """
    "⟦The bridge will open in May,⟧" Mara Holt said. ⇒ Mara Holt
    ‘⟦The bridge will open in May,⟧’ Mara Holt said. ⇒ Mara Holt
    '⟦The bridge won't open in May,⟧' Mara Holt said. ⇒ Mara Holt
    ''⟦The bridge will open in May,⟧'' Mara Holt said. ⇒ Mara Holt
    ``⟦The bridge will open in May,⟧'' Mara Holt said. ⇒ Mara Holt
    «⟦The bridge will open in May⟧», Mara Holt said. ⇒ Mara Holt
    „⟦The bridge will open in May,⟧“ Mara Holt said. ⇒ Mara Holt
    “⟦They told me ‘never’ and left,⟧” Mara Holt said. ⇒ Mara Holt
    ''⟦They told me 'never,'⟧'' Mara Holt said. ⇒ Mara Holt
    The workers' boats are the harbour's pride, Mara Holt's crew said.
    He was born in the '60s and played rock 'n' roll.
    A stray “ mark was left in this paragraph.¶“⟦It will open in May,⟧” Mara Holt said. ⇒ Mara Holt
    """)

  static let fragments = MarkedQuotes.table(
    """
    The delay was “⟪a scandal without equal⟫,” Holt said. ⇒ Holt
    Holt called the delay “⟪a scandal without equal⟫” and left. ⇒ Holt
    Holt said the man who called it “⟪a scandal⟫” had lied. ⇒ Holt
    The plan, which the council hailed as a “⟪new dawn⟫,” failed. ⇒ the council
    Holt has dismissed the report as “⟪nonsense⟫.” ⇒ Holt
    The report was described by Holt as “⟪nonsense from end to end⟫.” ⇒ Holt
    The council voted on Monday, with Holt saying it was “⟪too late for talk⟫.” ⇒ Holt
    """)

  static let continuations = MarkedQuotes.table(
    """
    “⟦We need steel,⟧” Holt said. “⟦We need it now.⟧” ⇒ Holt | Holt
    “⟦We need steel,⟧” Holt said.¶“⟦We need it before the ice comes.⟧” ⇒ Holt | Holt
    “⟦We need steel,⟧” said Holt. “⟦We need it now.⟧¶“⟦And we need men.⟧” ⇒ Holt | Holt | Holt
    Holt put a question to the crowd:¶“⟦Who will pay for all this?⟧” ⇒ Holt
    """)

  static let pronouns = MarkedQuotes.table(
    """
    Mara Holt came late. “⟦I am sorry,⟧” she said. ⇒ she = Mara Holt
    Mara Holt met James Farrow in May. “⟦He was kind,⟧” she said. ⇒ she = Mara Holt
    Laura Holt met James Farrow in May. “⟦She was kind,⟧” he said. ⇒ he = James Farrow
    James Farrow resigned. “⟦It is time,⟧” Farrow said. ⇒ Farrow = James Farrow
    James Farrow resigned. “⟦It is time,⟧” Mr. Farrow said. ⇒ Mr. Farrow = James Farrow
    """)

  /// Marks that quote nobody.
  static let scare = MarkedQuotes.table(
    """
    The “priority” of the harbour was fish.
    Her film “The Long Pier” opens in May.
    The ship is nicknamed “Grey Lady” by its crew.
    Holt said on “Harbour Talk” that fish was dear.
    """)
}
