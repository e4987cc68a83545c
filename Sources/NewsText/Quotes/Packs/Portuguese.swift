extension LanguagePack {
  /// Portuguese of both sides of the Atlantic, for direct quotes.
  static let portuguese = LanguagePack(
    tag: "pt", otherTags: ["gl"],
    words: [
      (
        .saying,
        """
        disse diz dizia dizem disseram dito afirmou afirma afirmam afirmaram declarou declara declararam
        explicou explica explicaram acrescentou acrescenta acrescentaram adicionou ressaltou ressalta
        destacou destaca sublinhou sublinha frisou frisa contou conta contaram relatou relata informou
        informa anunciou anuncia anunciaram respondeu responde perguntou pergunta escreveu escreve
        comentou comenta lembrou lembra reconheceu reconhece admitiu admite garantiu garante assegurou
        defendeu defende criticou critica denunciou denuncia insistiu insiste reiterou reitera concluiu
        conclui revelou revela confirmou confirma avaliou avalia considerou considera alertou alerta
        avisou avisa pediu pede prometeu promete lamentou lamenta gritou grita exclamou sussurrou
        observou observa apontou aponta argumentou argumenta garantido afirmado declarado explicado acrescentado anunciado confirmado revelado prometido lembrado ponderou reconheceram sugeriu sugere disparou resumiu declarara assegura asseguram completou completa indicou indica
        salientou referiu refere enfatizou rebateu ironizou desabafou repete repetem repetiu repetiram reconhece sustenta sustentou sustentam relatam contam explicou garantem alertam defendem dizem criticam lembram escrevem pedem respondem perguntam anunciam revelam confirmam publicou tuitou
        """
      ),
      (
        .judging,
        "chamou chama classificou classifica descreveu descreve acusou acusa definiu define"
      ),
      (.participle, "dizendo acrescentando afirmando explicando destacando"),
      ([.verb, .auxiliary], "tem têm tinha tinham teria vai vão pode deve poderia quer"),
      ([.verb, .copula], "é são era eram foi foram está estão estava será seria"),
      ([.pronoun, .masculine], "ele"), ([.pronoun, .feminine], "ela"),
      ([.pronoun, .plural], "eles elas"), ([.pronoun, .conversational], "eu nós você vocês tu"),
      (.relative, "quem qual"),
      ([.title, .masculine], "senhor sr dom"), ([.title, .feminine], "senhora sra dona"),
      (.abbreviation, "sr sra dr dra etc eua"),
      (
        [.title, .person],
        """
        presidente presidenta ministro ministra prefeito prefeita porta-voz diretor diretora secretário
        secretária deputado deputada senador senadora procurador advogado advogada juiz juíza treinador
        técnico líder candidato candidata governador governadora general professor professora autor
        autora pesquisador pesquisadora investigador especialista papa delegado delegada médico médica
        """
      ),
      (
        [.group, .plural],
        "autoridades sindicatos manifestantes especialistas moradores testemunhas fontes críticos"
      ),
      (
        .organisation,
        "governo ministério partido sindicato polícia prefeitura câmara empresa agência"
      ),
      (.document, "comunicado relatório carta estudo documento texto mensagem nota"),
      (
        .determiner,
        """
        o a os as um uma uns umas este esta estes estas esse essa seu sua seus suas meu minha nosso
        vários várias alguns algumas muitos muitas dois duas três outro outra
        """
      ),
      ([.preposition, .nounLink], "de do da dos das para em no na ao à pelo pela"),
      (.preposition, "com por sem sobre entre contra desde até durante após ante nos nas segundo"),
      ([.coordinator, .additive], "e"), (.coordinator, "ou"),
      ([.coordinator, .adversative], "mas porém"),
      (.subordinator, "se quando como porque embora enquanto onde"),
      (.complementiser, "que"), (.negation, "não nunca"),
      (
        .adverb,
        """
        também ontem hoje amanhã já ainda depois antes assim aqui ali sempre então se lhe me nos mais
        muito logo anteontem
        """
      ),
      (
        .time,
        """
        segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro
        março abril maio junho julho agosto setembro outubro novembro dezembro
        """
      ),
      (.according, "segundo conforme acordo"),
      (.work, "livro filme romance canção disco álbum série programa revista obra música título"),
      (.naming, "intitulado intitulada chamado chamada denominado apelidado apelidada"),
      (.asWord, "como"),
    ],
    suffixes: [("mente", .adverb)], hasDashQuotes: true, order: .free)
}
