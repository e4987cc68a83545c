extension LanguagePack {
  /// French, for direct quotes.
  static let french = LanguagePack(
    tag: "fr",
    words: [
      (
        .saying,
        """
        dit disait déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait
        ajoute ajouté ajoutait précise précisé précisait indique indiqué indiquait estime estimé
        estimait souligne souligné soulignait annonce annoncé annonçait assure assuré assurait répond
        répondu répondait écrit écrivait demande demandé demandait rappelle rappelé rappelait raconte
        raconté racontait confie confié confiait lance lancé lançait insiste insisté insistait regrette
        regretté dénonce dénoncé note noté poursuit poursuivi conclut conclu reconnaît reconnu promet
        promis prévient prévenu avertit averti martèle martelé témoigne témoigné commente commenté
        confirme confirmé soutient soutenu plaide plaidé juge jugé réagit réagi tonne ironise
        interroge relève relevé révèle révélé observe observé constate constaté considère considéré
        résume résumé renchérit rétorque rétorqué réplique répliqué tweete tweeté crie crié murmure
        murmuré souffle soupire s'exclame exclame exclamé s'indigne indigne indigné félicite félicité
        promet promettait jure juré jurait ironise dénoncent répondent racontent demandent réclame réclament réclamé
        espère espèrent espéré déplore déplorent déploré craint craignent réjouit félicitent promettent disent déclarent affirment expliquent ajoutent précisent indiquent estiment soulignent
        annoncent assurent écrivent dénoncent répètent répète répété pense
        """
      ),
      (
        [.saying, .pronoun, .masculine],
        """
        dit-il fait-il explique-t-il déclare-t-il affirme-t-il ajoute-t-il précise-t-il estime-t-il
        souligne-t-il lance-t-il poursuit-il assure-t-il raconte-t-il répond-il demande-t-il
        """
      ),
      (
        [.saying, .pronoun, .feminine],
        """
        dit-elle fait-elle explique-t-elle déclare-t-elle affirme-t-elle ajoute-t-elle précise-t-elle
        estime-t-elle souligne-t-elle lance-t-elle poursuit-elle assure-t-elle raconte-t-elle
        répond-elle demande-t-elle
        """
      ),
      (
        [.judging],
        "qualifie qualifié qualifiait appelle appelé décrit décrivait accuse accusé traite"
      ),
      (
        .participle,
        "affirmant ajoutant déclarant précisant expliquant estimant disant soulignant assurant"
      ),
      (
        [.verb, .auxiliary],
        "a ont avait avaient aurait va vont peut doit devait pouvait s'est est-il"
      ),
      ([.verb, .copula, .auxiliary], "est sont était étaient fut sera serait"),
      ([.pronoun, .masculine], "il lui"), ([.pronoun, .feminine], "elle"),
      ([.pronoun, .plural], "ils elles"), ([.pronoun, .conversational], "je j' nous vous tu on"),
      (.relative, "qui lequel laquelle"),
      ([.title, .masculine], "m monsieur mm"), ([.title, .feminine], "mme madame mlle"),
      (.abbreviation, "m mm dr etc"),
      (
        [.title, .person],
        """
        président présidente ministre député députée maire sénateur sénatrice premier porte-parole
        directeur directrice secrétaire procureur avocat avocate professeur chef cheffe patron candidat
        candidate responsable commissaire entraîneur auteur chercheur chercheuse
        """
      ),
      (
        [.group, .plural],
        "autorités syndicats manifestants experts habitants parents témoins enquêteurs députés élus opposants"
      ),
      (
        .organisation,
        "gouvernement ministère parti syndicat police mairie entreprise groupe parquet agence"
      ),
      (.document, "communiqué rapport lettre étude document texte message"),
      (
        .determiner,
        """
        le la les l' un une des ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre
        plusieurs certains certaines deux trois quelques chaque
        """
      ),
      ([.preposition, .nounLink], "de d' du des à au aux pour en chez"),
      (
        .preposition,
        "dans sur avec par sans sous entre vers contre devant après avant depuis pendant lors selon"
      ),
      ([.coordinator, .additive], "et"), (.coordinator, "ou"),
      ([.coordinator, .adversative], "mais"),
      (.subordinator, "si quand lorsque lorsqu' comme parce puisque alors tandis où dont"),
      (.complementiser, "que qu'"), (.negation, "ne n' pas jamais"),
      (
        .adverb,
        """
        aussi encore ensuite enfin alors déjà hier aujourd'hui demain ici là toujours notamment
        également ainsi puis même très plus moins se s' me m' nous y en
        """
      ),
      (
        .time,
        """
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet
        août septembre octobre novembre décembre matin soir
        """
      ),
      (.according, "selon d'après"),
      (.work, "livre film roman chanson album série émission magazine pièce titre"),
      (.naming, "intitulé intitulée surnommé surnommée dit baptisé baptisée nommé appelé"),
      (.asWord, "comme"),
    ],
    suffixes: [
      ("ement", .adverb), ("-elles", [.saying, .pronoun, .plural]),
      ("-ils", [.saying, .pronoun, .plural]), ("-elle", [.saying, .pronoun, .feminine]),
      ("-il", [.saying, .pronoun, .masculine]), ("-on", [.saying, .pronoun, .conversational]),
    ], elides: true, hasDashQuotes: true, order: .free)
}
