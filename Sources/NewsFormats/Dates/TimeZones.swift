/// Zones whose letters mean one offset to newspapers.
enum TimeZones {
  /// Zones whose letters mean several: a time in them is not known.
  static let uncertain: Set<String> = ["et", "ct", "mt", "pt", "cst", "ist", "ast"]

  /// Seconds east of Greenwich, by name in lower case.
  static let offsets: [String: Int] = [
    "utc": 0, "gmt": 0, "z": 0, "ut": 0, "wet": 0,
    "est": -5 * 3600, "edt": -4 * 3600, "cdt": -5 * 3600, "bst": 3600,
    "mst": -7 * 3600, "mdt": -6 * 3600, "pst": -8 * 3600, "pdt": -7 * 3600,
    "west": 3600, "cet": 3600, "mez": 3600, "cest": 2 * 3600, "mesz": 2 * 3600,
    "eet": 2 * 3600, "eest": 3 * 3600, "msk": 3 * 3600, "jst": 9 * 3600, "kst": 9 * 3600,
    "hkt": 8 * 3600, "aest": 10 * 3600, "aedt": 11 * 3600, "nzst": 12 * 3600, "nzdt": 13 * 3600,
  ]

  /// Words of a zone's length that stand behind a time and are none.
  static let otherWords: Set<String> = [
    "klo", "hrs", "horas", "ore", "uur", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "года",
    "und", "and",
  ]
}
