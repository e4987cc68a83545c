/// The words of which pages' classes, ids and roles are made, as far as many sites use them.
///
/// `class="article-body js-storyText"` has `article`, `body`, `js`, `story` and `text`. The list has
/// the words that occur on the pages of at least 37 of 600 sites, and rarer ones that say what a part
/// of an article is.
enum ClassWords {
  /// How many words there are.
  static let count = list.count

  /// The number of a word in the list.
  static let table = NameTable(list.enumerated().map { (String($1), $0) })

  /// Appends the numbers of the known words in an attribute's value.
  static func append(
    wordsOf bytes: Span<UInt8>, _ range: Range<Int>, to words: inout [UInt16]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard isASCIILetter(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      index += 1
      // "storyText" is two words, "AdBox" too, "URL" is one.
      while index < range.upperBound, isASCIILetter(bytes[index]),
        bytes[index] & 0x20 != 0 || bytes[index - 1] & 0x20 == 0
      {
        index += 1
      }
      if let number = table.value(bytes, start..<index) { words.append(UInt16(number)) }
    }
  }

  private static let list = """
    about above absolute abstract accordion account action actions active add address addthis ads
    adv advert advertisement after ajax alert align aligncenter all alt amp analytics ancestor
    anchor and animate animation api app apple archive area arrow art article articlebody articles
    artikel aside aspect attachment audio auteur auth author authors auto autor avatar back
    background badge banner bar bars base basic before beitrag below best between big bio black
    block blockquote blocks blog blue body bold bookmark border bottom box brand branding brands
    breadcrumb breadcrumbs break breaking btn bubble bullet burger business button buttons byline
    calendar call cancel canvas caption captions card cards caret carousel cart cat categories
    category center channel chapeau chapo check checkbox chevron child children circle cite city
    class classic clear clearfix click clip close closed cls code col collapse collapsed
    collection color colors cols column columns com comentarios comment commentaire commentform
    comments compact company complementary component con config consent cont contact contain
    container content contentinfo contents control controls cookie cookies copy copyright core
    corps correction count counter country cover credit credits css cta cuerpo current cursor
    custom dark data date dateline day deck default dek desc description desktop detail details
    dfp dialog digital direction disabled disclaimer display disqus div divider document dom
    donate donation down drawer drop dropdown duration dynamic edit edition editor element
    elements email embed emoji empty enabled end entertainment entity entry envelope error even
    event events excerpt expand expanded expander external extra fab facebook factbox fade false
    faq fas feature featured features feed field fields figcaption figure fill filter first fit
    fix fixed flag flex float floating flow fluid focus follow font fonts foot footer footnote
    footnotes for form format forum four frame free from front frontend full function gallery gap
    gdpr general get global google gpt gradient graph gray green grey grid group grow gtm half
    hamburger has head header heading headline health height help hentry hero hidden hide
    highlight holder home horizontal hot hover how html https icon icons iframe image images img
    index indicator info infobox infos ingress inhalt inherit inline inner input insert inset
    inside instagram intro invisible italic item items jquery justify key keyword keywords kicker
    kit kommentar kommentare label language large last latest layer layout lazy lazyload lead
    leaderboard leading lede left legal level library light lightbox like line link linkedin links
    list listitem live liveblog load loader loading local location log logged login logo logout
    long mail main manager map margin market mask masthead math max media medium mega membership
    menu menuitem message meta metadata mid middle migrate min mini mobile mod modal mode modified
    module more moreon most mostread mpu msg name native nav navbar navigation network new news
    newsletter next node non none normal noscript not nota note notice noticia notification now
    nowrap num number object odd off offset one onetrust only opacity open opinion option options
    order other out outbrain outer outline overflow overlay padding page pagination panel
    paragraph parent partner password path paywall phone photo photographer piano pic picture
    pinterest placeholder platform play player plugin plus plusone pointer policy poll pop popular
    popup pos position post posted postid postmeta posts pre prefix premium presentation prev
    preview previous price primary print privacy pro product products profile progress promo
    promotion pub publication publish published publisher pullquote query quick quote radio rail
    rating ratio read reader reading readmore recent recirc recommend recommendations recommended
    red reddit region register regular related relative remove reply report required reset respond
    responsive results rich right root rounded row rss save schema screen script scripts scroll
    sdk search second secondary section sections select selected selector self semibold send
    separator service services set settings shadow shape share sharing shop short show shrink side
    sidebar sign signin signup simple single singular site size skin skip slide slider slideshow
    slot small social socials solid source sources space spacer span spinner sponsor sponsored
    sport sports square src stack standard standfirst star start state static stats status sticky
    store stories story storybody stretch style styles sub submenu submit subnav subscribe
    subscriber subscription subtitle success summary svg switch tab table tablet taboola tabs tag
    tagged tags target taxonomy teaser teasers tekst template term terms tertiary test text
    textarea texte texto textwidget the theme third this thread three thumb thumbnail thumbnails
    ticker tiktok time times timestamp tip title titre titulo toc toggle tool toolbar toolbox
    tools tooltip top topic topics tracking transform transition translate transparent travel
    trending trigger true tweet twitter two txt type tytul undefined underline unit updated
    uppercase upsell url use user username utility value var vcard vertical video view viewport
    views visible visually weather web weight what whatsapp white wide widget widgets width window
    with world wrap wrapper yoast you your youtube zdjecie zoom
    """.split { $0 == " " || $0 == "\n" }
}
