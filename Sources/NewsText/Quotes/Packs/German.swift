extension LanguagePack {
  /// German, for all kinds of quotes, in spellings since about 1840.
  static let german = LanguagePack(
    tag: "de", otherTags: ["gsw", "lb"],
    words: germanVerbs + germanSpeakers + germanFunctionWords + germanGivenNames,
    suffixes: [
      ("licherweise", .adverb), ("weise", .adverb), ("lich", .adverb), ("falls", .adverb),
      ("hin", .adverb), ("ierend", .adverb), ("end", .adverb),
    ],
    capitalisesNouns: true, opensWithRightGuillemet: true, order: .verbSecond)

  private static let germanVerbs: [(WordClass, String)] = [
    (
      .saying,
      """
      sagte sagten sagt sagen gesagt erklärte erklärten erklärt erklären meinte meinten meint meinen
      gemeint betonte betonten betont betonen schrieb schrieben schreibt schreiben geschrieben
      äußerte äußerten äußert äussert geäußert teilte teilten teilt mitgeteilt mitteilte mitteilten
      mitteilt berichtete berichteten berichtet berichten kündigte kündigten kündigt angekündigt
      ankündigte ankündigt fügte fügten fügt hinzugefügt hinzufügte warnte warnten warnt warnen
      gewarnt forderte forderten fordert fordern gefordert kritisierte kritisierten kritisiert
      kritisieren behauptete behaupteten behauptet behaupten versicherte versicherten versichert
      bestätigte bestätigten bestätigt bestätigen bekräftigte bekräftigten bekräftigt unterstrich
      hervorhob klargestellt klarstellte fragte fragten fragt
      gefragt antwortete antworteten antwortet geantwortet entgegnete entgegneten entgegnet erwiderte
      erwiderten erwidert rief riefen ruft gerufen zitierte zitiert zitieren kommentierte kommentiert
      urteilte urteilten urteilt erläuterte erläuterten erläutert räumte räumten räumt eingeräumt
      einräumte gestand angegeben angab angaben bekanntgab bekanntgegeben meldete
      meldeten meldet melden gemeldet ausgeführt ausführte wies wiesen weist
      hingewiesen hinwies verwies verweist beklagte beklagt beschwerte bemerkte bemerkt ergänzte
      ergänzten ergänzt verkündete verkündeten verkündet verkünden begründete begründeten begründet
      begründen erzählte erzählten erzählt beteuerte beteuert monierte moniert mahnte mahnten mahnt
      appellierte argumentierte argumentiert prophezeite spottete spottet lobte lobten lobt
      skandierte skandierten formulierte formuliert verlautbarte lautete lauteten lautet
      heißt hieß heisst sprach sprachen spricht sprechen gesprochen schilderte schildert beschrieb
      beschreibt dementierte dementiert bestritt bestreitet versprach verspricht versprochen
      bezweifelte drohte droht empfahl empfiehlt prognostizierte schätzte schätzt schätzen
      vermutete vermutet vermuten ergab ergibt plädierte plädiert twitterte postete resümierte
      konstatierte konstatirte konstatiert bemängelte prangerte sicherte bat beantragte schloss
      schloß folgerte rechtfertigte rief schrie murmelte flüsterte lachte seufzte jubelte versetzte
      unterbrach fragen ruft äußern verlangte verlangten verlangt erinnerte erinnert
      äußerte bedauerte bedauerten bedauert begrüßte begrüßten begrüßt unterrichtete informierte
      rät raten riet rieten widersprach widerspricht anprangerte zugab gestand räumte stritt wehrte
      bekennt bekannte bekannten ausrief setzte setzt gebot befahl tönte tönt schimpfte schimpft
      scherzte scherzt witzelte raunte wetterte wettert polterte höhnte bilanzierte bilanziert
      mutmaßte schwärmte schwärmt klagte klagt sinnierte freute freut ärgerte ärgert staunte staunt
      gelobte schwor schwört konterte kontert pochte insistierte verriet verrät enthüllte skizzierte
      kommentieren resümiert präzisierte präzisiert beschwichtigte beschwor ermahnte erkundigte
      grüßte bittet befiehlt wisperte stammelte stöhnte brummte knurrte zischte
      behaupte erkläre sage bemängelt dokumentiert offenbarte gestehen
      """
    ),
    (
      .judging,
      """
      nannte nannten nennt nennen genannt bezeichnete bezeichneten bezeichnet bezeichnen würdigte
      würdigten würdigt beschrieb beschreibt beschrieben charakterisierte verurteilte verurteilten
      verurteilt titulierte sprach spricht kritisierte warf werfen wirft vorgeworfen beschuldigte
      beschuldigten rügte wertete werteten wertet bewertete sah sahen sieht sehen hielt hielten hält
      halten lehnte lehnten lehnt zurückgewiesen bezichtigte feierte pries lobte
      """
    ),
    (
      .thinking,
      """
      glaubte glaubten glaubt glauben dachte denkt hoffte hofften hofft hoffen befürchtete
      befürchteten befürchtet befürchten fürchtete fürchtet erwartete erwarten erwartet vermutete
      vermuten vermutet rechnete rechnen
      rechnet bezweifelt bezweifelte wünscht wünschte wusste weiß
      """
    ),
    (
      [.verb, .auxiliary],
      """
      hat haben hatte hatten habe wird werden wurde wurden kann können konnte konnten soll sollen
      sollte sollten muss müssen musste mussten darf dürfen durfte will wollen wollte wollten mag
      möchte möchten würde würden
      """
    ),
    (
      [.verb, .separable],
      """
      gab gaben gibt geben stellte stellt stellten führte führten führt hob hoben hebt fuhr fährt
      zeigte zeigten zeigt ließ lassen lässt räumte räumten räumt wies wiesen weist ging gingen geht
      """
    ),
    ([.verb, .copula], "ist sind war waren sei seien wäre wären wird werden wurde wurden"),
    (
      [.verb, .subjunctive],
      """
      sei seien habe habest werde könne könnten solle müsse müssten dürfe dürften wolle würde würden
      hätte hätten wäre wären gebe gehe komme stehe liege bleibe mache bestehe sehe lasse finde halte
      brauche führe handle handele bedeute wisse gelte nehme bringe trage wolle zeige erwarte laufe
      fehle gehöre treffe bekomme verfüge sollten
      """
    ),
    (
      .verb,
      """
      kam kamen kommt kommen stand steht stehen lag liegt liegen blieb bleibt machte macht machen nahm
      nehmen brachte bringt bringen trug trägt bestand besteht bestehen ließ lässt begann beginnt
      verlor verlieren gewann gewinnt traf trifft lief läuft erhielt erhält wurde findet fand
      funktioniert verfügt
      """
    ),
  ]

  private static let germanSpeakers: [(WordClass, String)] = [
    ([.pronoun, .masculine], "er"),
    ([.pronoun, .feminine], "sie"),
    ([.pronoun, .conversational], "ich wir ihr du"),
    (
      .addressing,
      """
      ich mir mich wir uns du dir dich ihr euch mein meine meinen meinem meiner dein deine deinen
      deinem deiner unser unsere unseren unserem unserer euer eure euren eurem
      """
    ),
    ([.pronoun, .neuter], "es man"),
    (.relative, "welcher welche welches wer"),
    ([.title, .masculine, .person], "herr herrn"),
    ([.title, .feminine, .person], "frau fräulein"),
    ([.title, .abbreviation], "dr prof st hrn dipl ing abg frhr hr fr"),
    (
      [.title, .person],
      """
      präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin minister
      ministerin außenminister außenministerin innenminister innenministerin finanzminister
      finanzministerin verteidigungsminister justizminister justizministerin ministerpräsident
      ministerpräsidentin premierminister premierministerin bürgermeister bürgermeisterin
      oberbürgermeister sprecher sprecherin pressesprecher pressesprecherin regierungssprecher
      vorsitzende vorsitzender vorsitzenden generalsekretär generalsekretärin staatssekretär abgeordnete
      abgeordneter trainer direktor direktorin chef chefin parteichef polizeisprecher polizeisprecherin
      richter richterin staatsanwalt anwalt verteidiger professor general graf fürst könig königin
      kaiser papst bischof kardinal senator gouverneur botschafter us-präsident leiter leiterin
      experte expertin forscher forscherin autor autorin journalist journalistin manager
      geschäftsführer geschäftsführerin landrat wissenschaftler wissenschaftlerin vater mutter mann
      zeuge zeugin mitarbeiter mitarbeiterin kollege nachfolger chefredakteur kritiker
      """
    ),
    (
      [.group, .plural],
      """
      kritiker experten beobachter politiker wissenschaftler forscher anwohner augenzeugen zeugen
      demonstranten behörden vertreter sprecher leute menschen abgeordnete ermittler mediziner ärzte
      sozialdemokraten grünen liberalen prozent bürger
      """
    ),
    (
      .organisation,
      """
      polizei staatsanwaltschaft gericht bundesgericht regierung bundesregierung ministerium
      innenministerium außenministerium partei union verband gewerkschaft unternehmen konzern
      universität behörde amt bundesamt kommission parlament bundestag bundesrat agentur
      nachrichtenagentur zeitung magazin sender verein stadt kammergericht landgericht fraktion
      opposition
      """
    ),
    (
      .document,
      """
      bericht erklärung mitteilung pressemitteilung studie schreiben brief umfrage stellungnahme
      gutachten urteil untersuchung begründung artikel statistik aussendung veröffentlichung schätzung
      """
    ),
  ]

  private static let germanFunctionWords: [(WordClass, String)] = [
    (
      .determiner,
      """
      der die das den dem ein eine einen einem dieser diese dieses diesen diesem jener jene jenes
      sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer mehrere viele einige alle beide zwei
      drei vier fünf keine kein zahlreiche manche unser unsere
      """
    ),
    (.objectCase, "den dem einen einem diesen diesem seinen seinem ihren ihrem keinen keinem"),
    ([.determiner, .nounLink], "des der eines einer"),
    ([.preposition, .nounLink], "von vom für aus im beim in zu zur zum an am bei"),
    (
      .preposition,
      """
      auf mit nach über unter vor gegen durch um ohne seit bis zwischen während wegen trotz gegenüber
      neben hinter laut angesichts ab ins aufgrund
      """
    ),
    ([.agent, .preposition], "von durch vom"),
    ([.coordinator, .additive], "und sowie"), (.coordinator, "oder bzw"),
    ([.coordinator, .adversative], "aber doch jedoch sondern allerdings"),
    (
      .subordinator,
      """
      wenn weil als nachdem obwohl während bevor ob da falls sobald solange damit indem obgleich
      worauf wobei warum wo wann
      """
    ),
    ([.subordinator, .asWord], "wie"),
    (.asWord, "als"),
    (.complementiser, "dass daß wonach"),
    (.whether, "ob warum wie wann wo was wer"),
    (.conditional, "würde würden hätte hätten wäre wären könnten müssten dürften sollten"),
    (.infinitive, "zu"),
    (.negation, "nicht nie niemals kein keine"),
    (
      .adverb,
      """
      auch noch schon dann dort hier heute gestern morgen zudem außerdem ferner weiter weiterhin
      bereits immer wieder jetzt nun später zuvor dagegen daraufhin dazu darüber davon damals
      inzwischen mittlerweile wörtlich gleichzeitig zugleich schließlich allerdings jedoch aber sich
      erneut unterdessen anschließend demgegenüber indes zunächst selbst so nur sehr dabei daher
      deshalb darauf darin mehrfach ausdrücklich ihm ihnen ihr uns mir ihn unlängst kürzlich ebenfalls
      hingegen hierzu hierauf alsdann einst scherzend plötzlich eben lediglich hinterher ausdrücklich darum offenbar
      """
    ),
    (
      .time,
      """
      montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april
      mai juni juli august september oktober november dezember uhr jahr jahre jahren tag abend morgen
      nachmittag vormittag nacht woche monat mittag
      """
    ),
    (
      .abbreviation,
      """
      dr prof nr str ca bzw usw u.a z.b d.h etc vgl mio mrd st hl evtl abs art bd jh s chr geb sog
      """
    ),
    (.according, "laut gemäß zufolge lt"),
    (.accordingAfter, "zufolge"),
    (
      .testimony,
      """
      angaben angabe idee sicht aussage aussagen ansicht auffassung meinung einschätzung worten worte darstellung
      informationen bericht berichten schätzungen schätzung mitteilung erklärung überzeugung
      darstellungen äußerungen äußerung bewertung auskunft bekunden polizeiangaben medienberichten presseberichten agenturberichten
      """
    ),
    (.thus, "so"),
    (
      .work,
      """
      buches films romans magazins magazines liedes albums stücke lieder bücher filme internetseite
      enzyklika grundsatz auszeichnung prinzip gewerkschaft oppositionspartei umweltorganisation
      hilfsorganisation menschenrechtsorganisation nachrichtenagentur reihe programm kampagne
      buch film roman lied album zeitung magazin zeitschrift sendung serie stück gedicht oper song
      titel wochenzeitung tageszeitung nachrichtenmagazin projekt schiff fernsehsendung band verein
      gruppe organisation initiative aktion partei motto thema stichwort begriff wort operation
      blatt fähre hotel name namen bezeichnung operette lustspiel singspiel arie schauspiel oper
      """
    ),
    (
      .naming,
      """
      genannt heißen heißt namens sogenannte sogenannten sogenannter sogenanntes genannte genannten so-genannte titel motto
      betitelt getauft sog
      """
    ),
    (
      .particle,
      "hinzu an aus hin ein bekannt fest vor zurück heraus klar fort hervor zu verlauten davon darauf"
    ),
  ]

  private static let germanGivenNames: [(WordClass, String)] = [
    (
      [.givenName, .masculine],
      """
      peter michael thomas andreas wolfgang klaus jürgen günter stefan christian uwe werner horst frank
      dieter manfred gerhard hans bernd thorsten torsten mathias matthias helmut walter heinz martin
      jörg rolf jens sven alexander jan rainer holger karl dirk joachim ralf carsten herbert oliver
      wilhelm kurt markus heinrich harald paul hermann gerd friedrich johannes daniel rudolf georg
      robert david barack george john james vladimir wladimir nicolas gordon tony horst guido edmund
      franz-walter frank-walter philipp felix sebastian florian lukas max kofi ban silvio dominik
      """
    ),
    (
      [.givenName, .feminine],
      """
      ursula karin helga sabine ingrid renate monika susanne gisela petra birgit andrea anna brigitte
      claudia erika christa elke stefanie gertrud elisabeth maria angelika heike gabriele kathrin ilse
      nicole anja barbara hildegard martina ute marion angela annette condoleezza hillary katrin
      renate ulla brigitte bärbel andrea silvia julia laura lisa eva sandra christine
      """
    ),
  ]
}
