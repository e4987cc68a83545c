/// A word of a phrase, as the full-text index is asked for it.
enum IndexWord: Hashable {
  case exact(String)
  case prefix(String)
  /// Any of some words, in the order of their bytes.
  case anyOf([String])
}

/// A term as the full-text index knows it: one word or several in a row.
struct IndexPhrase: Equatable {
  /// Where in a row's texts a phrase must stand.
  enum Part: Equatable {
    /// In the column of this number.
    case column(Int)
    /// At the beginning of the body, which is the first column.
    case lead
  }

  let words: [IndexWord]
  /// Nil for anywhere.
  var part: Part?
  /// How its letters are written, if that matters.
  var capitals: Capitals?

  init(words: [IndexWord], part: Part? = nil, capitals: Capitals? = nil) {
    (self.words, self.part, self.capitals) = (words, part, capitals)
  }

  /// The column in which it must stand; nil for any.
  var column: Int? {
    switch part {
    case .column(let number): number
    case .lead: 0
    case nil: nil
    }
  }

  /// Whether the index alone does not say where it stands.
  var needsText: Bool { part == .lead || capitals != nil }

  /// The word that is all of the phrase, anywhere.
  var onlyWord: String? {
    guard part == nil, capitals == nil, words.count == 1, case .exact(let word) = words[0] else {
      return nil
    }
    return word
  }
}

// MARK: What the text decides

extension IndexPhrase {
  /// Of the places of its words those that may be the phrase's, as far as is known without the text.
  func most(of places: [Place]) -> [Place] {
    part == .lead ? places.filter { $0.tokens.upperBound <= TextLayout.longestLead } : places
  }

  /// Of the places of its words those that are surely the phrase's.
  func least(of places: [Place]) -> [Place] {
    if capitals != nil { return [] }
    return part == .lead
      ? places.filter { $0.tokens.upperBound <= TextLayout.shortestLead } : places
  }

  /// Of the places of its words those that are the phrase's in a text.
  func exact(_ places: [Place], in layout: TextLayout) throws -> [Place] {
    guard needsText, !places.isEmpty else { return places }
    return try places.filter { place in
      if part == .lead, try !layout.leadHas(place) { return false }
      return try capitals?.areThose(of: place, in: layout) ?? true
    }
  }
}
