/// What a word can be, as far as finding quotes and speakers needs to know. A word may be several.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: Int) { rawValue = 1 << UInt64(bit) }

  // Verbs, in finite or base form unless said otherwise.

  /// Its object is what was said: "said", "wrote", "announced".
  static let saying = WordClass(bit: 0)
  /// The same, as a participle that leans on another clause: "saying", "adding".
  static let participle = WordClass(bit: 1)
  /// Says something about its object, often in a quoted fragment: "called", "hailed", "accused".
  static let judging = WordClass(bit: 2)
  /// What is thought, wished or feared: "believes", "hopes".
  static let thinking = WordClass(bit: 3)
  /// Takes the person spoken to as its object: "told", "asked".
  static let telling = WordClass(bit: 4)
  /// "has", "would", "did".
  static let auxiliary = WordClass(bit: 5)
  /// "is", "were": an auxiliary that can also be the whole verb.
  static let copula = WordClass(bit: 6)
  /// Any other verb: it ends a noun phrase.
  static let verb = WordClass(bit: 7)
  /// A verb form that marks reported speech by itself: German "sei", "habe", "werde".
  static let subjunctive = WordClass(bit: 8)

  // Words that stand for a speaker.

  /// "he", "she", "they", "I".
  static let pronoun = WordClass(bit: 9)
  /// "I", "we", "you": it never leads back to somebody named before.
  static let conversational = WordClass(bit: 10)
  static let masculine = WordClass(bit: 11)
  static let feminine = WordClass(bit: 12)
  static let plural = WordClass(bit: 13)
  /// "who", "which".
  static let relative = WordClass(bit: 14)
  /// "Mr.", "Sen.", "President": written before a name.
  static let title = WordClass(bit: 15)
  /// "spokesman", "mother".
  static let person = WordClass(bit: 16)
  /// "critics", "officials".
  static let group = WordClass(bit: 17)
  /// "ministry", "campaign".
  static let organisation = WordClass(bit: 18)
  /// "statement", "report".
  static let document = WordClass(bit: 19)
  /// A given name.
  static let givenName = WordClass(bit: 20)

  // Words that hold a sentence together.

  /// "the", "his", "several".
  static let determiner = WordClass(bit: 21)
  static let preposition = WordClass(bit: 22)
  /// A preposition that goes on with a name or role: "of", "for", "at".
  static let nounLink = WordClass(bit: 23)
  /// "and", "or".
  static let coordinator = WordClass(bit: 24)
  /// "but", "while": a new clause with a view of its own.
  static let adversative = WordClass(bit: 25)
  /// "if", "because", "when".
  static let subordinator = WordClass(bit: 26)
  /// "that" before what was said.
  static let complementiser = WordClass(bit: 27)
  /// "to" before a verb.
  static let infinitive = WordClass(bit: 28)
  /// "by" before the one who did it.
  static let agent = WordClass(bit: 29)
  static let adverb = WordClass(bit: 30)
  static let negation = WordClass(bit: 31)
  /// "Monday", "March", "week": not a name, however it is written.
  static let time = WordClass(bit: 32)

  // Words that name a source without a verb.

  /// Before the source: "according [to]", "laut", "selon".
  static let according = WordClass(bit: 33)
  /// After the source: "zufolge".
  static let accordingAfter = WordClass(bit: 34)
  /// "Angaben", "Aussage": what a source gives after "nach".
  static let testimony = WordClass(bit: 35)
  /// German "so" between a quote and its speaker.
  static let thus = WordClass(bit: 36)

  // Signs that quote marks quote nobody.

  /// "book", "film", "show".
  static let work = WordClass(bit: 37)
  /// "titled", "nicknamed", "so-called".
  static let naming = WordClass(bit: 38)

  /// A full stop after it belongs to the word.
  static let abbreviation = WordClass(bit: 39)
  /// "as", "als": joins a judging verb to its fragment.
  static let asWord = WordClass(bit: 40)
  /// Found with a possessive ending, which is not part of the word.
  static let possessive = WordClass(bit: 41)
  /// A verb's second half far from it: German "mit" of "teilte mit".
  static let particle = WordClass(bit: 42)
  /// Stands for what was just said, not for a speaker: "it", "this".
  static let neuter = WordClass(bit: 43)

  /// An "-ing" form: a noun, an adjective or the start of a clause.
  static let participleLike = WordClass(bit: 44)

  /// A verb that is as often a noun: "claims", "plans".
  static let nounToo = WordClass(bit: 45)

  /// "with" before a clause without a finite verb: "with Smith saying".
  static let absolute = WordClass(bit: 46)

  /// "Jr.", "III": after a name.
  static let nameSuffix = WordClass(bit: 47)

  /// An article that no subject has: German "den", "dem", "einen".
  static let objectCase = WordClass(bit: 48)

  /// A verb of saying only together with its particle: German "gab … bekannt".
  static let separable = WordClass(bit: 49)

  /// A verb that reports only beside quote marks: "read", "continued".
  static let quoteOnly = WordClass(bit: 50)

  /// "ob": opens a question as the object of a verb.
  static let whether = WordClass(bit: 51)
  /// A subjunctive that is as often a mere condition: "würde".
  static let conditional = WordClass(bit: 52)

  /// A form of "I", "we" or "you": words of somebody who speaks.
  static let addressing = WordClass(bit: 53)

  /// A noun that takes a clause as a verb of saying does: "claim", "comments".
  static let claim = WordClass(bit: 54)

  /// "his", "their": it stands for the one who has.
  static let possessor = WordClass(bit: 55)

  /// "and", where it joins two of whom both are meant: not "or".
  static let additive = WordClass(bit: 56)

  static let anyReporting: WordClass = [.saying, .judging, .thinking]
  static let anyFinite: WordClass = [.saying, .judging, .thinking, .auxiliary, .verb, .subjunctive]
}
