/// The words of which pages' classes, ids and roles are made, as far as many sites use them.
///
/// `class="article-body js-storyText"` has `article`, `body`, `js`, `story` and `text`. The list has
/// the words on the evaluation pages of at least 16 sites, and rarer ones that say what a part of an
/// article is.
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
    aaa about above absolute abstract acc accent accept access accessibility accordion account act
    action actions active adblock add additional address addthis adhesion adriver ads adv advanced
    advert advertisement affiliate after ajax akismet alert alerts align aligncenter aligned
    alignment alignnone all alpha also alt alternate amazon amp analytics ancestor anchor and
    android angle animate animated animation announcement anonymous answer api app append apple
    apps archive are area arrow arrows art article articles artikel aside aspect asset assets
    async attachment attribution audio auteur auth author authors auto autocomplete autor
    available avatar awesome back backdrop background badge banner banners bar bars base baseline
    basic before beitrag below benefits best between big billboard bio biography black blank bleed
    block blockquote blocks blog blogs blue blurb board body bold bookmark books bootstrap border
    bordered bot both bottom box boxed brand branding brands bread breadcrumb breadcrumbs break
    breaking browser btm btn btns bubble builder bullet bundle burger business button buttons buy
    byline calc calendar call callout can cancel canvas cap captcha caption captions car card
    cards caret carousel cart case cat categories category ccpa cell center centered cfg change
    channel chapeau chapo chart chat check checkbox checkmark checkout chevron child children
    choice choose chunks circle cite city clamp class classic clear clearfix click client clip
    clock close closed cloud clr cls cmp cnt code col collapse collapsed collapsible collection
    colophon color colors cols column columns com comentarios comm comment commentaire commented
    commentform comments common community comp compact company complementary component components
    con conditions config confirm connect consent cont contact contain container content
    contentinfo contents context control controls cookie cookies copy copyright core corner corps
    correction count counter counters country cover create created credit credits critical cross
    crumb cse css cta cuerpo culture currency current cursor custom customer dark dashicons data
    date dateline datetime day deck decoration default deferred dek depth desc descr description
    design desktop detail details device dfp dialog digg digital direction disable disabled
    disclaimer disclosure discussion dismiss display disqus div divider document dom donate
    donation done dot dots double down download drawer drop dropdown dsq duration dynamic ease
    edit edition editor editorial element elementor elements ellipsis email embed embedded emoji
    empty enable enabled end engine entertainment entity entries entry envelope error even event
    events excerpt exit expand expandable expanded expander ext extended external extra eyebrow
    fab facebook factbox fade fallback false family faq far fas feature featured features feed
    feedback fff field fields figcaption figure file fill filled filter final finance find first
    fit five fix fixed fjs flag flash flat flex flipboard float floating flow fluid flyout focus
    focusable follow font fonts food foot footer footnote footnotes for form format forms forum
    forward four frame free frm from front frontend full fullscreen fullwidth function gallery
    games gap gdpr general generic geo get gid gift global google gpt gradient graph gray green
    grey grid group groups grow gtm guide guides gutter half hamburger handler has have hdr head
    header heading headings headline headlines health heart hed height hello help helper hentry
    hero hfeed hidden hide high highlight hint holder home homepage hooks horizontal hot hover how
    html http https hub ico icon icons identity iframe image images img inactive index indicator
    inf infinite info infobox information infos ingress inhalt inherit init initial inline inner
    input insert inset inside instagram interactive internal interstitial intro inverse inverted
    invisible italic item items jetpack job jobs join journey jquery json jump justify jwplayer
    key keyword keywords kicker kit kommentar kommentare label labels landscape lang language
    large last latest layer layout lazy lazyload lead leaderboard leading leaf learn lede left
    legacy legal length letter level library life lifestyle light lightbox like line lines link
    linked linkedin links list listener listing listitem lists live liveblog lnk load loaded
    loader loading local location lock log logged login logo logos logout long loop low lower ltr
    magazine mail main manage management manager map margin mark marker market marketing markup
    mask master masthead math max media mediaelement medium mega megamenu member membership menu
    menubar menuitem menus message meta metadata mid middle migrate min mini minus mob mobile mod
    modal mode model modified module modules money month more moreon most mostread mpu msg multi
    multimedia multiple music muted name names narrow native nav navbar navigation network new
    news newsletter newsletters next nocontent node nojs non nonce none normal noscript not nota
    note notes notice noticia notification now nowrap null num number object odd off offcanvas
    offer offers offset one onetrust online only oop opacity open opinion opt optanon option
    options orange order origin original other our out outbrain outer outline output outside over
    overflow overlay overview owl pad padding page pages pagination pane panel paper paragraph
    parent parsely part partner partners party pass password path pattern pause paywall person
    personal phone photo photographer photos piano pic picture pill pin pinterest pixel place
    placeholder placement plain platform play player plugin plus plusone podcast podcasts pointer
    policy politics poll polyfill pop popover popular popup portal portrait pos position post
    posted postid postmeta posts pre preferences prefix preload premium presentation press prev
    preview previous price pricing primary print priority privacy pro product products profile
    progress promo prompt property prose provider pub public publication publish published
    publisher pull pullquote purple push query question quick quot quote radio radius rail rand
    random rank rate rating ratio react read reader reading readmore real rec recaptcha recent
    recirc recommend recommendations recommended rectangle red reddit redirect ref reference
    refresh reg region register registration regular rel related relative rem remote remove
    repeater reply report request required reset resized resource resources respond response
    responsive result results return reverse review reviews ribbon rich richtext right ring robots
    rocket root rotate round rounded row rss rubric rule rules runtime same sans save scale schema
    science screen script scripts scroll sdk search searchbox searchform searchsubmit sec second
    secondary section sections see segment sel select selected selector self semibold send sep
    separator serif server service services set settings shadow shape share sharebar shared
    sharethis sharing shop shopify shopping short shortcode should show shrink side sidebar sign
    signin signup simple single singular site sitemap sites size sizes sizing skin skip sky
    skyscraper slick slide slider slides slideshow slogan slot slug small smaller smart smi sms
    soc social socials software solid source sources space spacer spacing span special spinner
    split sponsor sponsored sport sports square src stack stacked stamp standard standfirst star
    start state static stats status sticky stock store stories story stream stretch string strip
    stroke style styled styles sub subhead subheading subheadline submenu submit subnav subscribe
    subscriber subscription subtitle success suggest summary super support svg swiper switch
    switcher symbol system tab table tablet tablist taboola tabs tag tagged tagline tags talk
    target taxonomy teaser tech technology tekst temp template term terms tertiary test text
    textarea texte texto textwidget the theme themed third this thread three thumb thumbnail
    thumbnails tick ticker tight tiktok tile time times timestamp tip tips tit title titles titre
    titulo toc today toggle toggler tool toolbar toolbox tools tooltip top topbar topic topics
    topnav total touch track tracker tracking transform transition translate transparent travel
    trending trigger true truncate trust tumblr tweet twitter two txt type types typography tytul
    undefined under underline unit universal unstyled update updated upper uppercase upsell url
    use user username utility utm validation value var variant vcard ver version vertical vid
    video videos view viewport views visibility visible visually vote wall warning watch weather
    web webkit website weight welcome well what whatsapp white whitespace why wide widget widgets
    widgettitle width window with wjs woocommerce word wordpress words work world wrap wrapper www
    wykop year yellow yes yoast you your youtube zdjecie zone zoom
    """.split { $0 == " " || $0 == "\n" }
}
