import NewsModel
import Testing

/// Several speakers of one quote, and "and" that makes no two of one.
struct SeveralSpeakersTests {
  @Test(
    arguments: MarkedQuotes.table(
      """
      “⟦The bridge is safe,⟧” Lee and Reyes said. ⇒ Lee + Reyes
      “⟦The bridge is safe,⟧” said Ann Lee and Tom Reyes. ⇒ Ann Lee + Tom Reyes
      Ann Lee met Tom Reyes. “⟦It is safe,⟧” Lee and Reyes said. ⇒ Lee + Reyes = Ann Lee + Tom Reyes
      “⟦The bridge is safe,⟧” said Ann Lee, Tom Reyes and Bo Chen. ⇒ Ann Lee + Tom Reyes + Bo Chen
      “⟦The bridge is safe,⟧” said Ann Lee, Tom Reyes, and Bo Chen. ⇒ Ann Lee + Tom Reyes + Bo Chen
      Ann Lee, Tom Reyes and Bo Chen said: “⟦The bridge is safe.⟧” ⇒ Ann Lee + Tom Reyes + Bo Chen
      The mayor and Tom Reyes said that “⟪steel will not wait⟫”. ⇒ The mayor + Tom Reyes
      “⟦The bridge is safe,⟧” said the mayor and the governor. ⇒ the mayor + the governor
      “⟦The bridge is safe,⟧” the mayor and the chief engineer said. ⇒ the mayor + the chief engineer
      “⟦The bridge is safe,⟧” Mayor Ann Lee and Governor Tom Reyes said. ⇒ Mayor Ann Lee + Governor Tom Reyes
      “⟦The bridge is safe,⟧” Lee and her lawyers said. ⇒ Lee + her lawyers
      But Mr. Lee and Ms. Reyes called the bridge “⟪a waste of steel⟫”. ⇒ Mr. Lee + Ms. Reyes
      “⟦The bridge is safe,⟧” both Ann Lee and Tom Reyes said. ⇒ Ann Lee + Tom Reyes
      According to Ann Lee and Tom Reyes, the plan was “⟪dead on arrival⟫”. ⇒ Ann Lee + Tom Reyes
      “⟦We paid for it,⟧” Tom and Ann Reyes said. ⇒ Tom + Ann Reyes = Tom Reyes + Ann Reyes
      Senators Ann Lee (R-Ohio) and Tom Reyes called it “⟪a waste of steel⟫”. ⇒ Senators Ann Lee (R-Ohio) + Tom Reyes = Ann Lee + Tom Reyes
      Ann Lee and Tom Reyes said ⦅that the bridge was late⦆. ⇒ Ann Lee + Tom Reyes
      """)
  ) func englishSpeakersAreKept(_ fixture: MarkedQuotes) {
    expectAll(fixture, language: "en")
  }

  @Test(
    arguments: MarkedQuotes.table(
      """
      „⟦Die Brücke ist sicher⟧“, sagten Meier und Schulz. ⇒ Meier + Schulz
      „⟦Die Brücke ist sicher⟧“, erklärten Anna Meier und Karl Schulz. ⇒ Anna Meier + Karl Schulz
      „⟦Die Brücke ist sicher⟧“, sagten der Minister und die Bürgermeisterin. ⇒ der Minister + die Bürgermeisterin
      „⟦Die Brücke ist sicher⟧“, sagten Anna Meier, Karl Schulz und Eva Brandt. ⇒ Anna Meier + Karl Schulz + Eva Brandt
      Anna Meier und Karl Schulz erklärten: „⟦Die Brücke ist sicher.⟧“ ⇒ Anna Meier + Karl Schulz
      Karl und Anna Meier sagten: „⟦Die Brücke ist sicher.⟧“ ⇒ Karl + Anna Meier = Karl Meier + Anna Meier
      Anna Meier und Karl Schulz sagten, ⦅die Brücke sei sicher⦆. ⇒ Anna Meier + Karl Schulz
      """)
  ) func germanSpeakersAreKept(_ fixture: MarkedQuotes) {
    expectAll(fixture, language: "de")
  }

  @Test(
    arguments: MarkedQuotes.table(
      """
      “⟦The bridge is safe,⟧” the Ministry of Trade and Industry said. ⇒ the Ministry of Trade and Industry
      “⟦The bridge is safe,⟧” the Trade and Industry Ministry said. ⇒ the Trade and Industry Ministry
      “⟦The bridge is safe,⟧” said a spokesman for Lee and Reyes. ⇒ a spokesman for Lee and Reyes
      “⟦The bridge is safe,⟧” the actor and activist Tom Reyes said. ⇒ the actor and activist Tom Reyes
      “⟦The bridge is safe,⟧” Health and Human Services Secretary Ann Lee said. ⇒ Health and Human Services Secretary Ann Lee
      “⟦The bridge is safe,⟧” Lee or Reyes said. ⇒ Lee or Reyes
      “⟦The bridge is safe,⟧” U.S. Customs and Border Protection said. ⇒ U.S. Customs and Border Protection
      The council praised the engineer, and Ann Lee said, “⟦The bridge is safe.⟧” ⇒ Ann Lee
      “⟦The bridge is safe,⟧” said Ann Lee, and the council agreed. ⇒ Ann Lee
      “⟦The bridge is safe,⟧” said Ann Lee, a lawyer and mother of two. ⇒ Ann Lee
      “⟦The bridge is safe,⟧” Johnson and Johnson said. ⇒ Johnson and Johnson
      """)
  ) func andWithinOneSpeakerPartsNothing(_ fixture: MarkedQuotes) {
    expectAll(fixture, language: "en")
  }

  @Test(
    arguments: MarkedQuotes.table(
      """
      „⟦Die Brücke ist sicher⟧“, teilte das Ministerium für Arbeit und Soziales mit. ⇒ das Ministerium für Arbeit und Soziales
      „⟦Die Brücke ist sicher⟧“, sagte der Bürgermeister und Abgeordnete Karl Schulz. ⇒ der Bürgermeister und Abgeordnete Karl Schulz
      „⟦Die Brücke ist sicher⟧“, sagten Meier oder Schulz. ⇒ Meier oder Schulz
      """)
  ) func undWithinOneSpeakerPartsNothing(_ fixture: MarkedQuotes) {
    expectAll(fixture, language: "de")
  }

  private func expectAll(_ fixture: MarkedQuotes, language: String) {
    let hasIndirect = fixture.quotes.contains { $0.kind == .indirect }
    #expect(fixture.found(language: language, includesIndirect: hasIndirect) == fixture.quotes)
  }
}
