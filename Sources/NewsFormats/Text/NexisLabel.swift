import NewsModel

/// A label of LexisNexis at the beginning of a line: `BYLINE: Andrew Sparrow`.
struct NexisLabel {
  enum Role {
    case headline, author, section, language, body, other
  }

  /// As it is written.
  var name: String
  var role: Role
  /// What follows it on its line.
  var value: String
  /// Whether it stands below the text.
  var isTail: Bool

  /// Whether it is one of ``known``, rather than a word in capitals with a colon behind it.
  var isKnown: Bool { Self.known[name] != nil }

  /// Whether it stands above the text.
  var isHeader: Bool { !isTail && Self.known[name] != nil }

  /// The label that opens a line, or nil where none does: capitals, and a colon behind them.
  init?(_ line: String) {
    let bytes = line.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = line[..<colon].trimmedText
    guard !name.isEmpty, name.utf8.count <= 30, !line.hasPrefix(" "),
      !name.contains(where: \.isLowercase), name.first?.isLetter == true,
      name.allSatisfy({
        $0.isLetter || $0 == "-" || $0 == " " || $0 == "/" || $0 == "(" || $0 == ")"
      })
    else { return nil }
    self.name = name
    value = line[line.index(after: colon)...].trimmedText
    guard let (role, isTail) = Self.known[name] else {
      // The guests of a programme, a question in an interview: only known labels end a text.
      (role, isTail) = (.other, false)
      return
    }
    (self.role, self.isTail) = (role, isTail)
  }

  /// Gives a value to the assembler under its label.
  func give(_ value: String, to assembler: inout RecordAssembler) {
    switch role {
    case .headline: assembler.add(.headline, value)
    case .author: assembler.add(.author, value)
    case .section: assembler.add(.section, value)
    case .language: assembler.add(.language, value)
    case .body, .other: assembler.addMetadata(name.lowercased(), value)
    }
  }

  /// Labels in English, German, French, Spanish, Italian, Portuguese and Dutch.
  static let known: [String: (role: Role, isTail: Bool)] = {
    var known: [String: (role: Role, isTail: Bool)] = [:]
    func add(_ role: Role, _ names: String, isTail: Bool = false) {
      for name in names.split(separator: ",") { known[name.trimmedText] = (role, isTail) }
    }
    add(.headline, "HEADLINE,TITRE,TITULAR,TÍTULO,TITOLO,KOP,SCHLAGZEILE,ÜBERSCHRIFT")
    add(.author, "BYLINE,AUTOR,AUTEUR,AUTORE,DOOR,VON,AUTHOR,AUTOREN,AUTEURS,PAR")
    add(.section, "SECTION,RUBRIK,RUBRIQUE,SECCIÓN,SEZIONE,SECÇÃO,SECTIE,RUBRIEK,RESSORT")
    add(.body, "BODY,TEXT,TEXTE,TEXTO,TESTO,TEKST")
    add(
      .other,
      "LENGTH,LÄNGE,LONGUEUR,LONGITUD,LUNGHEZZA,LENGTE,DATELINE,ORTSZEILE,HIGHLIGHT,SERIES,"
        + "SHOW,GUESTS,TITLE,TYPE,SOURCE,EDITION,ENCART,DISTRIBUTION,CORRECTION-DATE")
    add(.language, "LANGUAGE,SPRACHE,LANGUE,IDIOMA,LINGUA,TAAL", isTail: true)
    add(
      .other,
      "LOAD-DATE,UPDATE,DATE-CHARGEMENT,DATE DE CHARGEMENT,FECHA-DE-CARGA,FECHA-CARGA,DATA-CARGA,"
        + "PUBLICATION-TYPE,PUBLIKATIONSTYP,TYPE-PUBLICATION,TIPO-PUBLICACIÓN,ZEITUNGS-CODE,"
        + "JOURNAL-CODE,CODE-REVUE,GRAPHIC,GRAFIK,GRAPHIQUE,GRÁFICO,PUB-TYPE,DOC-TYPE,ISSN,"
        + "SUBJECT,COMPANY,GEOGRAPHIC,ORGANIZATION,PERSON,TICKER,INDUSTRY,NOTES,CORRECTION,"
        + "TRANSCRIPT,DOCUMENT-TYPE,CITY,STATE,COUNTRY,ACC-NO,CIRCULATION,URL,NAMED-PERSONS,"
        + "PHOTO,PHOTOS,MARKETS,NAICS,SIC",
      isTail: true)
    return known
  }()
}

/// Dates as the databases write them.
enum NexisDate {
  /// The part of a line that is a date; nil where none is.
  ///
  /// Broadcasts have the time of the show behind the day: `Monday 20:00:00 - 21:00:00 Eastern Time`.
  static func reading(_ text: String) -> String? {
    if isDate(text) { return text }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let day = text[..<colon].reversed().drop { $0.isNumber }.reversed()
    let line = String(day).trimmedText
    return isDate(line) ? line : nil
  }

  /// Whether a line says when an article appeared, rather than something with a number in it.
  static func isDate(_ text: String) -> Bool {
    guard text.utf8.count < 70, case .date(let date) = readDate(text) else { return false }
    return (1600...2100).contains(date.year) && (date.month != nil || text.utf8.count == 4)
  }
}
