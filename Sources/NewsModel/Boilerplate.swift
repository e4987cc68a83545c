/// What a block of boilerplate is.
public enum BoilerplateKind: String, Sendable, CaseIterable, Codable {
  /// An invitation to a newsletter, app, podcast or channel.
  case newsletter
  /// The outlet about itself.
  case about
  /// How the article may be republished.
  case republish
  /// A copyright notice.
  case copyright
  /// Who contributed: "Reporting by …; Editing by …", "The Associated Press contributed".
  case credit
  /// Links to other articles: "Read more: …".
  case related
  /// About the author: "… is a columnist for …".
  case bio
  /// Share, print, comment and follow buttons.
  case share
  /// A correction or clarification notice.
  case correction
  /// An editor's note.
  case editorsNote = "editors-note"
  /// A caption, a picture credit, a time stamp or another part of the page's furniture.
  case furniture
  /// A request for money or a subscription.
  case appeal
  /// Advertising and disclaimers.
  case advertising
  /// Repeats within its source; no rule says what it is.
  case other
}

/// What set a block of boilerplate apart.
public enum BoilerplateRule: Sendable, Hashable, CustomStringConvertible {
  /// A rule on the block's own words, by name.
  case words(String)
  /// The block repeats in its source.
  case repeats

  /// The name that the archive stores: `words:newsletter-signup`, `repeats`.
  public var description: String {
    switch self {
    case .words(let name): "words:" + name
    case .repeats: "repeats"
    }
  }
}
