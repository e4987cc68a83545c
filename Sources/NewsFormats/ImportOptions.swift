/// What the user says about a dump that the dump does not say itself.
public struct ImportOptions: Sendable {
  /// The format, where it is not to be recognised.
  public var format: Format?
  /// Which of the dump's fields holds which of ours, by name in any letter case.
  ///
  /// A dotted name reaches into nested objects (`thread.site`). For a table without a header the
  /// names are the numbers of the columns, from 1.
  public var mapping: [String: Field]
  /// The outlet of every article that names none.
  public var source: String?
  /// The language of every article that names none.
  public var language: String?
  /// The order of day, month and year in dates that can be read in more than one way.
  public var dateOrder: DateOrder?
  /// What separates the cells of a table, where it is not to be recognised.
  public var delimiter: UInt8?
  /// Whether texts in fields are plain: what looks like HTML in them is text.
  public var isPlainText = false

  /// Options; what is left out is recognised from the dump.
  public init(
    format: Format? = nil, mapping: [String: Field] = [:], source: String? = nil,
    language: String? = nil, dateOrder: DateOrder? = nil, delimiter: UInt8? = nil
  ) {
    self.format = format
    self.mapping = mapping
    self.source = source
    self.language = language
    self.dateOrder = dateOrder
    self.delimiter = delimiter
  }
}

/// The order in which a date like 01/02/2017 gives its parts.
public enum DateOrder: String, Sendable, CaseIterable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"
  case yearFirst = "year-first"
}
