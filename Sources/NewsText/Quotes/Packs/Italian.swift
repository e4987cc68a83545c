extension LanguagePack {
  /// Italian, for direct quotes.
  static let italian = LanguagePack(
    tag: "it",
    words: [
      (
        .saying,
        """
        detto dice diceva disse dicono dichiarato dichiara dichiarò affermato afferma affermò spiegato
        spiega spiegò aggiunto aggiunge aggiunse sottolineato sottolinea sottolineò annunciato annuncia
        annunciò scritto scrive scrisse chiesto chiede chiese risposto risponde rispose commentato
        commenta commentò ricordato ricorda osservato osserva osservò assicurato assicura ribadito
        ribadisce concluso conclude concluse precisato precisa precisò ammesso ammette confermato
        conferma sostenuto sostiene sostenne denunciato denuncia raccontato racconta raccontò avvertito
        avverte promesso promette rivelato rivela riferito riferisce replicato replica replicò
        esclamato esclama esclamò gridato grida urlato urla mormorò sussurrò insiste insistito attacca
        attaccato spiegano affermano dichiarano scrivono sottolineano aggiungono chiosa prosegue
        incalza confida confessa ripete ripetono ripeteva confidano confessano chiedono rispondono sostengono ricordano denunciano annunciano raccontano confermano ammettono avvertono insistono legge dicevano ironizza twitta fa recita
        """
      ),
      (
        .judging,
        "definito definisce definì chiamato chiama descritto descrive accusato accusa bollato"
      ),
      (.participle, "dicendo aggiungendo affermando sottolineando spiegando ricordando"),
      ([.verb, .auxiliary], "ha hanno aveva avevano avrebbe può deve potrebbe vuole va"),
      ([.verb, .copula], "è sono era erano fu sarà sarebbe stato stata"),
      ([.pronoun, .masculine], "lui egli"), ([.pronoun, .feminine], "lei ella"),
      ([.pronoun, .plural], "loro essi"), ([.pronoun, .conversational], "io noi voi tu"),
      (.relative, "chi quale"),
      ([.title, .masculine], "signor sig"), ([.title, .feminine], "signora sig.ra"),
      (.abbreviation, "sig dott on prof avv ecc"),
      (
        [.title, .person],
        """
        presidente ministro ministra premier sindaco sindaca portavoce direttore direttrice segretario
        segretaria deputato deputata senatore senatrice procuratore avvocato giudice allenatore leader
        candidato candidata governatore generale professore professoressa esperto esperta autore autrice
        ricercatore papa dottore onorevole assessore
        """
      ),
      (
        [.group, .plural],
        "autorità sindacati manifestanti esperti residenti testimoni fonti critici inquirenti"
      ),
      (.organisation, "governo ministero partito sindacato polizia comune azienda procura agenzia"),
      (.document, "comunicato rapporto lettera studio documento testo messaggio nota"),
      (
        .determiner,
        """
        il lo la i gli le l' un uno una un' questo questa questi queste suo sua suoi loro mio nostro
        alcuni alcune molti molte diversi due tre altro altra
        """
      ),
      (
        [.preposition, .nounLink],
        "di del dello della dell' dei degli delle d' per a al alla in nel nella"
      ),
      (
        .preposition,
        "con da dal dalla su sul sulla tra fra contro verso dopo prima durante senza ai agli alle secondo"
      ),
      ([.coordinator, .additive], "e ed"), (.coordinator, "o"),
      ([.coordinator, .adversative], "ma però"),
      (.subordinator, "se quando come perché mentre anche dove"),
      (.complementiser, "che"), (.negation, "non mai"),
      (
        .adverb,
        """
        anche ieri oggi domani già ancora poi dopo così inoltre qui sempre infine si gli ci mi ne lo
        più molto
        """
      ),
      (
        .time,
        """
        lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio
        sera mattina notte pomeriggio giugno luglio agosto settembre ottobre novembre dicembre
        """
      ),
      (.according, "secondo"),
      (.work, "libro film romanzo canzone disco album serie programma rivista opera titolo"),
      (
        .naming,
        "intitolato intitolata chiamato chiamata soprannominato denominato cosiddetto cosiddetta"
      ),
      (.asWord, "come"),
    ],
    suffixes: [("mente", .adverb)], elides: true, hasDashQuotes: true, order: .free)
}
