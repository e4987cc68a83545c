extension LanguagePack {
  /// English, for all kinds of quotes.
  static let english = LanguagePack(
    tag: "en",
    words: englishVerbs + englishSpeakers + englishFunctionWords + englishGivenNames,
    suffixes: [
      ("ly", .adverb), ("ed", .verb), ("ing", .participleLike),
    ])

  private static let englishVerbs: [(WordClass, String)] = [
    (
      .saying,
      """
      said says say told tells tell wrote writes write added adds add noted notes note argued argues
      argue asked asks ask announced announces announce reported reports report explained explains
      explain declared declares declare acknowledged acknowledges acknowledge suggested suggests
      suggest concluded concludes conclude claimed claims claim recalled recalls recall insisted
      insists insist warned warns warn replied replies reply responded responds respond stated
      states continued tweeted tweets tweet retweeted posted admitted
      admits admit agreed agrees agree confirmed confirms confirm denied denies deny stressed
      stresses stress emphasized emphasizes emphasised emphasises asserted asserts assert contended
      contends contend maintained maintains maintain alleged alleges allege indicated indicates
      indicate revealed reveals reveal remarked remarks remark observed observes observe commented
      comments quipped quips joked jokes joke shouted shouts shout yelled yells screamed cried
      whispered exclaimed interjected interrupted pleaded begged cautioned cautions reiterated
      reiterates reiterate repeated repeats clarified clarifies complained complains complain
      lamented laments vowed vows vow pledged pledges pledge promised promises promise threatened
      predicted predicts predict estimated estimates estimate testified testifies conceded concedes
      boasted boasts bragged brags countered counters retorted mused muses wondered wonders
      remembered remembers reminded reminds remind assured assures assure informed informs advised
      advises disclosed discloses hinted hints implied implies imply mentioned mentions proclaimed
      proclaims pronounced recounted recounts reflected reasoned speculated speculates swore sworn
      tell chimed deadpanned snapped sneered scoffed sighed laughed thundered intoned opined opines
       ventured volunteered urged urges urge demanded demands demand
      instructed requested recommended recommends recommend proposed proposes propose
      echoed echoes echo summarized explained elaborated specified answered answers answer quoted
      quotes queried inquired enquired chanted chants sang relayed beamed jeered intimated intimates sniped vented boomed related relates
      related grouses groused signaled signalled
      blasted tells showed shows show expressed expresses express
      attested avowed bemoaned blurted bellowed blogged chided clarify clarifies croaked
      declaring exhorted fumed gasped groaned growled grumbled hollered huffed implored joshed
      mumbled murmured muttered objected orated piped pontificated prayed preached protested
      rejoined roared shrieked shrugged snarled sobbed stammered surmised thundered
      tutted underlined underscored uttered wailed warranted yelped
      """
    ),
    // Of speech next to a quote, but of much else too.
    (
      [.saying, .quoteOnly],
      """
      continue continues fired shot ruled read reads found finds spoke offered ordered orders state
      states expects raised put puts opened signed began
      """
    ),
    (
      .telling,
      """
      told tells tell asked asks ask reminded reminds remind assured assures assure informed informs
      advised advises warned warns warn urged urges urge ordered orders instructed telling asking
      warning urging reminding assuring informing promised promises begged implored exhorted
      """
    ),
    (
      .participle,
      """
      saying adding telling noting arguing asking suggesting claiming warning explaining insisting
      acknowledging calling declaring writing stating announcing asserting recalling promising
      vowing pledging stressing emphasizing emphasising complaining boasting bragging tweeting
      predicting alleging denying demanding describing denouncing accusing reminding reporting
      indicating admitting conceding concluding joking quipping shouting yelling screaming chanting
      urging revealing proclaiming remarking observing repeating reiterating replying responding
      answering dismissing criticizing criticising blaming comparing labeling labelling branding
      dubbing blasting slamming mocking praising hailing quoting citing referring informing assuring
      commenting hinting implying maintaining contending speculating threatening swearing testifying
      cautioning clarifying lamenting echoing
      """
    ),
    (
      .judging,
      """
      called calls call described describes describe hailed hails dubbed dubs billed bills labeled
      labelled labels branded brands deemed deems denounced denounces condemned condemns criticized
      criticised criticizes criticises criticize praised praises praise accused accuses accuse blamed
      blames blame dismissed dismisses dismiss defended defends defend blasted blasts slammed slams
      attacked attacks mocked mocks ridiculed likened likens compares characterized
      characterised characterizes referred refers refer decried decries lambasted lambasts assailed
      rejected rejects reject welcomed welcomes touted touts derided derides questioned questions
      cited cites cite endorsed endorses endorse supported supports opposed opposes oppose backed
      backs favored favors discussed discusses discuss outlined outlines addressed addresses lauded
      scolded rebuked railed rails deplored portrayed portrays pictured painted paints framed
      frames viewed views view considered considers sees regards regarded apologized
      apologised apologizes declined declines decline refused refuses refuse credited credits
      invoked touted highlights highlighted pointed points point talked talks
      talk cheered celebrated vowed pledged promised proposed disputed disputes
      dispute chastised trashed skewered taunted
      nicknamed termed terms coined rebutted refuted refutes
      """
    ),
    (
      .thinking,
      """
      believed believes believe thought thinks think hoped hopes hope feared fears fear wanted wants
      want felt feels feel worried worries worry
        understood understands understand preferred prefers prefer wished wishes
      wish realized realised realizes doubted doubts doubt assumed assumes assume concluded
      decides decide planned plans intends intended intend suspects suspected suspect sees
      favors favor supports support opposes opposed dreamed dreams guessed guesses
      imagines imagined imagine learned learns recognizes recognized trusts regrets
      regretted foresees anticipated anticipates anticipate reckons reckoned hates hated

      """
    ),
    (
      .nounToo,
      """
      report reports claim claims note notes comment comments remark remarks demand demands plan plans
      promise promises pledge pledges hope hopes fear fears worry worries doubt doubts wish wishes
      view views call calls question questions order orders estimate estimates state states offer
      warning joke jokes quip quote quotes answer answers show shows find finds point points talk
      attack attacks defence support praise blame need needs work works use uses start end turn
      followed face vow vows threat repeat echo echoes address credit request advice reply record
      fight run runs lead leads lie lies move moves help vote voice charge dispute challenge care
      judge judges study studies interest campaign regret regrets reasoned detail details look
      request requests urge guess like likes love hate shot hit cut cast read set play post posts
      sense
      """
    ),
    (
      [.verb, .auxiliary],
      """
      has have had having will would could can may might must shall should did does do don't doesn't
      didn't won't wouldn't couldn't can't hasn't haven't hadn't shouldn't i've we've they've
      """
    ),
    (
      [.verb, .auxiliary, .copula],
      "is are was were be been being am isn't aren't wasn't weren't it's that's i'm he's she's we're they're"
    ),
    (
      .verb,
      """
      went goes go came comes come gave gives give took takes take made makes make got gets get held
      holds hold kept keeps keep left leaves leave led leads lead lost loses lose met meets meet paid
      pays pay ran runs run sat sits sit sent sends send stood stands stand won wins win began begins
      begin became becomes become brought brings bring built builds build bought buys buy caught
      catches chose chooses choose drew draws draw drove drives drive ate fell falls fall fought
      fights fight flew grew grows grow heard hears hear hurt kept knew lay let lets meant means mean
      rose rises rise saw seen sees see sold sells sell sets spent spends spend stole struck taught
      threw thrown understood wore broke breaks break cut cuts dealt done drunk forgot forget gone
      hid hung laid lit rode rang sank shook shut slept slid stuck swept swung tore woke wound
      need needs works worked work live lives try tries tried ended ends continued launched used uses
      happened happens seems seemed appears appeared appear includes included include remains remained
      turns turned moved moves helped helps help faces faced follows followed started starts serves
      served served signed voted campaigned stopped dropped
      """
    ),
  ]

  private static let englishSpeakers: [(WordClass, String)] = [
    ([.pronoun, .masculine], "he he'd he'll him"),
    ([.pronoun, .feminine], "she she'd she'll"),
    ([.pronoun, .plural], "they they'd they'll others both"),
    ([.pronoun, .neuter], "it"),
    ([.pronoun, .conversational], "i we you i'd we'd you'd"),
    (.pronoun, "everyone someone nobody anyone everybody somebody"),
    ([.pronoun, .determiner], "one another"),
    ([.relative, .pronoun], "who which whom"),
    ([.masculine, .title, .abbreviation], "mr"),
    ([.nameSuffix, .abbreviation], "sr jr"),
    (.nameSuffix, "ii iii iv"),
    ([.masculine, .title], "mister sir lord king prince pope father brother"),
    ([.feminine, .title, .abbreviation], "mrs ms"),
    ([.feminine, .title], "miss madam lady queen princess dame sister"),
    (
      [.title, .abbreviation],
      """
      dr sen sens rep reps gov govs prof gen col lt sgt capt maj cmdr adm rev hon st messrs
      """
    ),
    (
      [.title, .person],
      """
      president senator representative congressman congresswoman governor mayor secretary minister
      chancellor premier professor doctor general colonel captain judge justice ambassador
      chairman chairwoman director chief commissioner sheriff detective officer candidate nominee
      speaker leader pastor bishop cardinal archbishop rabbi imam
      """
    ),
    (
      [.person, .masculine],
      "man boy father brother husband son uncle grandfather spokesman chairman congressman businessman nephew gentleman"
    ),
    (
      [.person, .feminine],
      "woman girl mother sister wife daughter aunt grandmother spokeswoman chairwoman congresswoman businesswoman niece actress"
    ),
    (
      .person,
      """
      spokesperson aide adviser advisor analyst author journalist reporter editor columnist writer
      lawyer attorney prosecutor expert economist scientist researcher historian pollster strategist
      consultant manager owner founder activist resident witness victim official source diplomat
      lawmaker politician student teacher host anchor pundit critic supporter voter delegate donor
      billionaire celebrity singer actor coach player
      """
    ),
    (
      [.group, .plural],
      """
      officials critics aides advisers advisors analysts authors journalists reporters editors
      lawyers attorneys prosecutors experts economists scientists researchers historians pollsters
      strategists consultants managers owners activists residents witnesses victims sources diplomats
      lawmakers politicians students teachers supporters voters delegates donors people men women
      republicans democrats conservatives liberals americans opponents leaders members observers
      police authorities protesters demonstrators investigators doctors senators respondents
      candidates fans others many some most
      """
    ),
    (
      .organisation,
      """
      ministry government campaign party committee commission agency department company corporation
      bank council court union association organization organisation foundation institute university
      college church centers center centre authority league club hospital service
      administration office newspaper network magazine group team house congress senate parliament
      police army navy embassy firm board times post journal
      """
    ),
    (
      .document,
      """
      statement report letter email e-mail memo memorandum article editorial document documents study
      survey poll polls release note message transcript tweet post filing lawsuit complaint
      indictment ruling paper press-release op-ed column headline caption sign book book's emails
      data research ad
      """
    ),
  ]

  private static let englishFunctionWords: [(WordClass, String)] = [
    (
      .determiner,
      """
      the a an this these those his her its their our my your some many several few most all both each
      every any no another other
      """
    ),
    (
      [.preposition, .nounLink],
      "of for at from in with on to against near behind within among between under inside"
    ),
    (
      .preposition,
      """
      about after before during over through into onto toward towards without amid across until
      since despite per via upon regarding concerning around above below beyond outside off out up
      down like throughout besides except
      """
    ),
    ([.preposition, .agent], "by"),
    (.absolute, "with"),
    (.testimony, "words"),
    ([.coordinator, .additive], "and"), (.coordinator, "or nor &"),
    ([.coordinator, .adversative], "but yet"),
    (
      .subordinator,
      """
      if because when while although though whereas unless whether where after before since until
      once why how what as whenever
      """
    ),
    (.adversative, "while although though whereas despite"),
    (.asWord, "as"),
    (.complementiser, "that"),
    (.infinitive, "to"),
    (.negation, "not never n't"),
    // "Lee himself said"
    (.adverb, "himself herself"),
    (
      .adverb,
      """
      also later then once again still now just even already often always sometimes soon today
      yesterday tonight tomorrow here there instead further too much perhaps maybe ever meanwhile
      however thus therefore moreover nevertheless nonetheless afterward afterwards earlier back
      long almost quite rather very so first aloud
      """
    ),
    (
      .time,
      """
      monday tuesday wednesday thursday friday saturday sunday january february march april june july
      august september october november december morning afternoon evening night week month year
      weekend mondays sundays today yesterday tonight last earlier next late early
      """
    ),
    ([.time, .abbreviation], "jan feb aug sept oct nov dec"),
    (
      .abbreviation,
      "inc corp co ltd etc vs no ave blvd calif fla mass penn wis ariz va pa ill mich minn conn"
    ),
    (
      .claim,
      """
      claim claims comment comments remark remarks assertion assertions statement statements
      contention argument arguments accusation accusations allegation allegations suggestion
      suggestions declaration promise promises pledge pledges warning warnings insistence complaint
      complaints belief view opinion prediction concern concerns fear fears hope hopes dictum
      assessment conclusion admission acknowledgment acknowledgement notion charge charges criticism
      announcement denial assurance assurances mantra refrain
      """
    ),
    (.possessor, "his her their its my our"),
    (.according, "according"),
    (.accordingAfter, ""),
    (
      .work,
      """
      book film movie song album novel show series documentary magazine play musical ad website blog
      podcast memoir poem essay newspaper drama sitcom comedy painting opera track single video
      program programme bestseller best-seller column segment
      """
    ),
    (
      .naming,
      "titled entitled so-called called dubbed nicknamed named known termed subtitled headlined codenamed aka"
    ),
  ]

  private static let englishGivenNames: [(WordClass, String)] = [
    (
      [.givenName, .masculine],
      """
      james john robert michael william david richard joseph thomas charles christopher daniel matthew
      anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy
      jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin
      samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam henry
      nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald
      carl terry sean austin arthur lawrence jesse dylan bryan joe bruce billy bob jim tom mike dave
      steve bill ted barack bernie chris dan ben ron rick jeff greg tim marco jeb newt mitt rand
      lindsey reince rudy corey paul vladimir emmanuel boris tony fred ralph roy alan eugene russell
      louis philip bobby johnny harry howard vincent randy martin craig stanley leonard nate matt ken
      jake tucker glenn rush sid karl ali mohammed muhammad ahmed hassan omar ibrahim juan carlos luis
      jorge pedro antonio miguel julian xavier hugo ivan sergei dmitry igor viktor angelo
      """
    ),
    (
      [.givenName, .feminine],
      """
      mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty
      sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie
      rebecca sharon laura cynthia dorothy amy kathleen angela shirley brenda emma anna pamela nicole
      samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane
      olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea
      hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail
      sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly
      charlotte natalie theresa diana brittany doris kayla alexis lori marie hillary melania ivanka
      kellyanne carly chelsea huma debbie megyn gretchen elise kate anne sally jill claire ellen meg
      theresa nikki condoleezza loretta jane jenna eva sofia lucia carmen elena olga natalia fatima
      aisha leila nina rosa tina wendy kathy katie kirsten kristen gillian joanna susie peggy
      """
    ),
  ]
}
