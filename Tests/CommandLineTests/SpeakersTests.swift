import TestSupport
import Testing

/// Who is quoted, and the corrections of it, as a user sees them.
struct SpeakersTests {
  let folder = TemporaryFolder()

  private func backfile(_ arguments: String...) -> ProcessResult {
    Backfile.run(arguments, in: folder)
  }

  /// Imports an article in which somebody says something.
  private func importing(_ number: Int, _ name: String, date: String) {
    let text = "“We will open bridge number \(number) in May,” said \(name)."
    let line = #"{"title":"Story \#(number)","date":"\#(date)","text":"\#(text)"}"#
    let dump = folder.file("\(number).jsonl", text: line + "\n")
    #expect(backfile("import", "-q", dump).code == 0)
  }

  private func lines(_ result: ProcessResult) -> [String] {
    result.output.split(separator: "\n").dropFirst().map(String.init)
  }

  private func importThree() {
    importing(1, "Ann Lee", date: "2019-03-04")
    importing(2, "Anne Lee", date: "2019-05-06")
    importing(3, "Ruth Okafor", date: "2018")
    importing(4, "Ann Lee", date: "2020-01-02")
  }

  @Test func speakersAreListedCountedAndFiltered() {
    importThree()
    #expect(
      lines(backfile("speakers", "--csv")) == [
        "Ann Lee,person,2,2,2019-03-04,2020-01-02,", "Anne Lee,person,1,1,2019-05-06,2019-05-06,",
        "Ruth Okafor,person,1,1,2018,2018,",
      ])
    #expect(lines(backfile("speakers", "lee", "ann*", "--csv")).count == 2)
    #expect(lines(backfile("speakers", "LEE", "ann", "--csv")).count == 1)
    #expect(lines(backfile("speakers", "--kind", "organisation", "--csv")).isEmpty)
    #expect(backfile("speakers", "-n", "1").output.contains("1–1 of 3 speakers"))
    #expect(backfile("speakers", "nobody").output == "no speakers\n")
    #expect(backfile("speakers", "--json").output.contains(#""speaker":"Ruth Okafor""#))
    #expect(backfile("speakers", "--kind", "robot").code == 2)
  }

  @Test func aQuoteOfTwoIsFoundByEither() {
    importing(1, "Ann Lee and Tom Reyes", date: "2019-03-04")
    for name in ["Lee", "Reyes"] {
      let found = backfile("quotes", "--speaker", name, "--csv")
      #expect(lines(found).count == 1)
      #expect(found.output.contains("Ann Lee") && found.output.contains("Tom Reyes"))
    }
    #expect(lines(backfile("speakers", "--csv")).count == 2)
  }

  @Test func aMergeHoldsForWhatIsThereForLaterImportsAndForQuotesFoundAnew() {
    importThree()
    #expect(backfile("speakers", "merge", "Anne Lee", "--into", "ann lee").code == 0)
    #expect(
      lines(backfile("speakers", "lee", "--csv")) == [
        "Ann Lee,person,3,3,2019-03-04,2020-01-02,Anne Lee"
      ])
    importing(5, "Anne Lee", date: "2021-01-02")
    #expect(backfile("reindex", "--quotes").code == 0)
    #expect(
      lines(backfile("speakers", "lee", "--csv")) == [
        "Ann Lee,person,4,4,2019-03-04,2021-01-02,Anne Lee"
      ])
    // Under both names all of her quotes are found, and all show who she is, and how she was named.
    for name in ["Ann Lee", "Anne Lee"] {
      let found = backfile("quotes", "--speaker", name, "--jsonl").output
      #expect(found.split(separator: "\n").count == 4)
      #expect(!found.contains(#""speaker":"Anne Lee""#))
      #expect(found.contains(#""speaker_text":"Anne Lee""#))
    }
    #expect(backfile("check").code == 0)
    #expect(backfile("speakers", "split", "Anne Lee").code == 0)
    #expect(lines(backfile("speakers", "anne", "--csv")).count == 1)
    #expect(backfile("speakers", "split", "Anne Lee").code == 1)
  }

  @Test func anAliasMayComeBeforeItsFirstQuote() {
    importThree()
    #expect(backfile("speakers", "alias", "Ruth Brandt", "Ruth Okafor").code == 0)
    importing(5, "Ruth Brandt", date: "2021-01-02")
    #expect(
      lines(backfile("speakers", "brandt", "--csv")) == [
        "Ruth Okafor,person,2,2,2018,2021-01-02,Ruth Brandt"
      ])
  }

  @Test func whatStoodForASpeakerFollows() {
    importThree()
    #expect(backfile("speakers", "merge", "Anne Lee", "--into", "Ann Lee").code == 0)
    #expect(backfile("speakers", "merge", "Ann Lee", "--into", "Ruth Okafor").code == 0)
    #expect(
      lines(backfile("speakers", "--csv")) == [
        "Ruth Okafor,person,4,4,2018,2020-01-02,Ann Lee; Anne Lee"
      ])
    // The other way round: the alias becomes the name.
    #expect(backfile("speakers", "merge", "Ruth Okafor", "--into", "Anne Lee").code == 0)
    #expect(
      lines(backfile("speakers", "--csv")) == [
        "Anne Lee,person,4,4,2018,2020-01-02,Ann Lee; Ruth Okafor"
      ])
  }

  @Test(arguments: [
    (["merge", "Ane Lee", "--into", "Ruth Okafor"], 1, "did you mean “Ann Lee”?"),
    (["merge", "Ann Lee", "--into", "Okafor"], 1, "did you mean “Ruth Okafor”?"),
    (["alias", "Lee", "Somebody Else"], 1, "`backfile speakers` lists them"),
    (["split", "Nobody"], 1, "there is no speaker “Nobody”"),
    (["merge", "Ann Lee"], 2, "--into"),
  ])
  func unknownNamesAreErrorsWithASuggestion(arguments: [String], code: Int, message: String) {
    importThree()
    let result = Backfile.run(["speakers"] + arguments, in: folder)
    #expect(result.code == Int32(code))
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func aCorrectionMakesNoArchive() {
    #expect(backfile("-a", "none.backfile", "speakers", "merge", "A", "--into", "B").code == 10)
    #expect(bytes(ofFile: folder.path + "/none.backfile").isEmpty)
  }
}

/// The same quote in several papers, as a user sees it.
struct VariantsTests {
  let folder = TemporaryFolder()

  @Test func wordingsAreListedForPeopleAndForPrograms() {
    let texts = [
      ("The Herald", "2019-03-04", "“We will open the old bridge in May,” said Ann Lee."),
      ("Coast Post", "2019-03-05", "“We will open the old bridge in May!” said Ann Lee on Monday."),
      ("Wire", "2019-03-03", "Lee said the city “will open the old bridge in May or in June.”"),
      ("Inland", "2019-03-03", "“Nobody has asked the nine captains,” said Ruth Okafor."),
    ]
    let lines = texts.map { source, date, text in
      #"{"title":"\#(source)","source":"\#(source)","date":"\#(date)","text":"\#(text)"}"#
    }
    let dump = folder.file("d.jsonl", text: lines.joined(separator: "\n"))
    #expect(Backfile.run(["import", "-q", dump], in: folder).code == 0)
    let shown = Backfile.run(["quotes", "--variants", "bridge"], in: folder).output
    #expect(shown.hasPrefix("Ann Lee  3 outlets, first 2019-03-03  Wire\n"), "\(shown)")
    #expect(shown.contains("\n1 quotes printed by several outlets\n"))
    let rows = Backfile.run(["quotes", "--variants", "--csv"], in: folder).output
      .split(separator: "\n")
    #expect(
      rows.map { $0.prefix(22) } == [
        "quote,outlets,wording,", "1,3,1,2019-03-03,Wire,", "1,3,2,2019-03-04,The H",
        "1,3,2,2019-03-05,Coast",
      ])
    #expect(Backfile.run(["quotes", "--variants", "--days", "-1"], in: folder).code == 2)
    #expect(
      Backfile.run(["quotes", "--variants", "captains"], in: folder).output
        == "no quotes printed by several outlets\n")
  }
}
