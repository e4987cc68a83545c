/// Where the phrases of a query stand in one row, by their numbers; each in the order of its places.
///
/// As long as the row's text is not read, it is only known which places there may be and which there
/// surely are: for `caps(US)` the index has every "us".
struct PhrasePlaces {
  /// What may be there.
  private let most: [[Place]]
  /// What is surely there.
  private let least: [[Place]]
  /// Where sentences begin; nil where the text was not read.
  let layout: TextLayout?
  /// Whether it is asked what is surely there, and not what may be.
  let isSure: Bool

  /// The places as a text has them.
  init(exact places: [[Place]], _ layout: TextLayout?) {
    (most, least, self.layout, isSure) = (places, places, layout, false)
  }

  private init(most: [[Place]], least: [[Place]], isSure: Bool) {
    (self.most, self.least, layout, self.isSure) = (most, least, nil, isSure)
  }

  /// What is known from the index alone.
  init(_ phrases: [IndexPhrase], found: [[Place]]) {
    guard phrases.contains(where: \.needsText) else {
      self.init(most: found, least: found, isSure: false)
      return
    }
    let pairs = zip(phrases, found)
    self.init(
      most: pairs.map { $0.most(of: $1) }, least: pairs.map { $0.least(of: $1) },
      isSure: false)
  }

  /// What is known from the index and the text.
  init(_ phrases: [IndexPhrase], found: [[Place]], in layout: TextLayout) throws {
    guard phrases.contains(where: \.needsText) else {
      self.init(exact: found, layout)
      return
    }
    self.init(exact: try zip(phrases, found).map { try $0.exact($1, in: layout) }, layout)
  }

  /// The places of a phrase: what may be there, or what surely is.
  subscript(phrase: Int) -> [Place] {
    let places = isSure ? least : most
    return phrase < places.count ? places[phrase] : []
  }

  /// What is surely there in the place of what may be there, and the other way round: what is denied
  /// is asked for so.
  var flipped: PhrasePlaces {
    layout == nil ? PhrasePlaces(most: most, least: least, isSure: !isSure) : self
  }
}
