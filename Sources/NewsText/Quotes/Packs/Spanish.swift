extension LanguagePack {
  /// Spanish, for direct quotes.
  static let spanish = LanguagePack(
    tag: "es", otherTags: ["ca"],
    words: [
      (
        .saying,
        """
        dijo dice decía dicho dijeron dicen afirmó afirma afirmaba afirmado afirmaron aseguró asegura
        aseguraron asegurado señaló señala señalaron señalado explicó explica explicaron explicado
        añadió añade añadieron agregó agrega agregaron indicó indica indicaron declaró declara
        declararon declarado manifestó manifiesta sostuvo sostiene expresó expresa comentó comenta
        apuntó apunta subrayó subraya destacó destaca advirtió advierte anunció anuncia anunciaron
        respondió responde contestó contesta preguntó pregunta escribió escribe recordó recuerda
        reconoció reconoce admitió admite denunció denuncia denunciaron criticó critica insistió
        insiste reiteró reitera concluyó concluye contó cuenta relató relata aclaró aclara precisó
        precisa confirmó confirma exigió exige pidió pide prometió promete lamentó lamenta consideró
        considera opinó opina exclamó exclama gritó grita gritaron susurró murmuró informó informa reveló revela
        detalló detalla puntualizó sentenció tuiteó matizó replicó replica bromeó ironizó reza
        celebró cuestionó insisten insistieron repite repiten repitió cuentan relatan denuncian advierten reconocen sostienen explican recuerdan lamentan piden exigen responden preguntan escriben opinan aclaran precisan reiteran confirman sostuvieron aseveró asevera acotó abundó ahondó recalcó recalca resaltó resalta mantuvo argumentó argumenta enfatizó remarcó expuso espetó zanjó
        """
      ),
      (
        .judging,
        "calificó califica llamó llama describió describe tachó acusó acusa tildó definió define"
      ),
      (.participle, "diciendo añadiendo agregando afirmando asegurando señalando explicando"),
      ([.verb, .auxiliary], "ha han había habían habría va van puede debe podría quiere"),
      ([.verb, .copula], "es son era eran fue fueron está están estaba será sería"),
      ([.pronoun, .masculine], "él"), ([.pronoun, .feminine], "ella"),
      ([.pronoun, .plural], "ellos ellas"), ([.pronoun, .conversational], "yo nosotros usted tú"),
      (.relative, "quien quienes cual"),
      ([.title, .masculine], "señor sr don"), ([.title, .feminine], "señora sra doña"),
      (.abbreviation, "sr sra dr dra ee.uu etc gral"),
      (
        [.title, .person],
        """
        presidente presidenta ministro ministra alcalde alcaldesa portavoz vocero vocera director
        directora secretario secretaria diputado diputada senador senadora fiscal abogado abogada juez
        jueza entrenador entrenadora líder candidato candidata gobernador gobernadora general profesor
        profesora experto experta autor autora investigador investigadora papa rey reina doctor
        """
      ),
      (
        [.group, .plural],
        "autoridades sindicatos manifestantes expertos vecinos testigos fuentes críticos funcionarios"
      ),
      (
        .organisation,
        "gobierno ministerio partido sindicato policía ayuntamiento empresa fiscalía agencia organización"
      ),
      (.document, "comunicado informe carta estudio documento texto mensaje nota"),
      (
        .determiner,
        """
        el la los las un una unos unas este esta estos estas ese esa su sus mi nuestro nuestra varios
        varias algunos algunas muchos muchas dos tres otro otra
        """
      ),
      ([.preposition, .nounLink], "de del para en al a"),
      (.preposition, "con por sin sobre entre contra desde hasta durante ante tras hacia según"),
      ([.coordinator, .additive], "y e"), (.coordinator, "o u"),
      ([.coordinator, .adversative], "pero sino"),
      (.subordinator, "si cuando como porque aunque mientras donde"),
      (.complementiser, "que"), (.negation, "no nunca"),
      (
        .adverb,
        """
        también ayer hoy mañana ya aún luego después antes así además aquí allí siempre entonces
        finalmente se le les me nos lo anoche anteayer entretanto textualmente más muy tan
        """
      ),
      (
        .time,
        """
        lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio
        agosto septiembre octubre noviembre diciembre
        """
      ),
      (.according, "según"),
      (
        .work, "libro película novela canción disco álbum serie programa revista obra título diario"
      ),
      (.naming, "titulado titulada llamado llamada denominado denominada apodado apodada"),
      (.asWord, "como"),
    ],
    suffixes: [("mente", .adverb)], hasDashQuotes: true, order: .free)
}
