extension LanguagePack {
  /// Dutch, for direct quotes.
  static let dutch = LanguagePack(
    tag: "nl",
    words: [
      (
        .saying,
        """
        zegt zei zeiden zeggen gezegd zeide verklaart verklaarde verklaarden meldt meldde melden
        vertelt vertelde vertelden schrijft schreef schreven benadrukt benadrukte stelt stelde stelden
        vindt vond vraagt vroeg vroegen antwoordt antwoordde reageert reageerde reageerden waarschuwt
        waarschuwde legt legde laat liet voegt voegde vervolgt vervolgde roept riep riepen roepen noemt
        erkent erkende bevestigt bevestigde benadrukken belooft beloofde klaagt klaagde betoogt
        betoogde meent meende denkt dacht concludeert concludeerde herhaalt herhaalde twittert
        twitterde aldus lacht lachte fluistert fluisterde zucht zuchtte grapt grapte luidt luidde
        oordeelt oordeelde hoopt hoopte deelt deelde kondigt kondigde beweert beweerde bekent bekende
        constateert constateerde sneert sneerde oppert opperde
        """
      ),
      (
        .judging,
        "noemt noemde noemden omschrijft omschreef beschrijft beschreef beschuldigt beschuldigde"
      ),
      (
        [.verb, .auxiliary],
        "heeft hebben had hadden zal zullen zou zouden kan kunnen kon moet moeten wil mag"
      ),
      ([.verb, .copula], "is zijn was waren wordt worden werd werden"),
      (
        .verb,
        "gaat gaan ging gingen komt komen kwam kwamen staat stond ligt lag blijft bleef krijgt"
      ),
      ([.pronoun, .masculine], "hij"), ([.pronoun, .feminine], "zij ze"),
      ([.pronoun, .conversational], "ik wij we jij je u jullie"), ([.pronoun, .neuter], "het men"),
      (.relative, "wie welke"),
      ([.title, .masculine], "meneer heer dhr"), ([.title, .feminine], "mevrouw mevr"),
      (.abbreviation, "dhr mevr dr prof mr ir drs nr bijv enz"),
      (
        [.title, .person],
        """
        president minister premier minister-president burgemeester woordvoerder woordvoerster directeur
        directrice voorzitter staatssecretaris kamerlid wethouder officier advocaat advocate rechter
        trainer coach leider kandidaat gouverneur generaal hoogleraar professor deskundige auteur
        onderzoeker onderzoekster koning koningin paus arts eigenaar
        """
      ),
      (
        [.group, .plural],
        "autoriteiten vakbonden demonstranten deskundigen bewoners getuigen bronnen critici onderzoekers"
      ),
      (
        .organisation,
        "regering kabinet ministerie partij vakbond politie gemeente bedrijf justitie bureau"
      ),
      (.document, "verklaring rapport brief onderzoek document persbericht bericht"),
      (
        .determiner,
        """
        de het een deze dit die dat zijn haar hun mijn ons onze enkele verschillende sommige veel alle
        twee drie andere
        """
      ),
      ([.preposition, .nounLink], "van voor bij uit aan in op te"),
      (
        .preposition,
        "met na over onder tegen door om zonder sinds tot tussen tijdens wegens volgens naar"
      ),
      ([.coordinator, .additive], "en"), (.coordinator, "of"),
      ([.coordinator, .adversative], "maar"),
      (.subordinator, "als toen omdat hoewel terwijl voordat nadat waar"), (.asWord, "zoals als"),
      (.complementiser, "dat"), (.infinitive, "te"), (.negation, "niet nooit geen"),
      (
        .adverb,
        """
        ook nog al toen daar hier gisteren gisteravond vanochtend vanmiddag vanavond vandaag morgen daarna later verder bovendien nu dus toch
        eerder zelf zich daarbij hem haar mij ons er
        """
      ),
      (
        .time,
        """
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni
        juli augustus september oktober november december ochtend avond
        """
      ),
      (.according, "volgens"), (.thus, "aldus"),
      (
        .work,
        "boek film roman lied album serie programma tijdschrift krant blad titel voorstelling"
      ),
      (.naming, "genaamd getiteld zogenaamde zogeheten bijgenaamd"),
    ],
    order: .verbSecond)
}
