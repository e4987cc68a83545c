extension LanguagePack {
  /// Swedish, for direct quotes.
  static let swedish = LanguagePack(
    tag: "sv",
    words: [
      (
        .saying,
        """
        säger sa sade sagt förklarar förklarade berättar berättade skriver skrev menar menade anser ansåg
        hävdar hävdade uppger uppgav svarar svarade frågar frågade tillägger tillade betonar betonade
        påpekar påpekade konstaterar konstaterade varnar varnade understryker underströk meddelar
        meddelade kommenterar kommenterade medger medgav lovar lovade bekräftar bekräftade fortsätter
        fortsatte utbrister utbrast ropar ropade viskar viskade suckar suckade skrattar skrattade
        tycker tyckte tror trodde erkänner erkände klagar klagade avslutar lyder löd
        """
      ),
      (.judging, "kallar kallade beskriver beskrev beskyller anklagar anklagade"),
      ([.verb, .auxiliary], "har hade ska skulle kan kunde måste vill ville får fick"),
      ([.verb, .copula], "är var blir blev vara"),
      ([.pronoun, .masculine], "han"), ([.pronoun, .feminine], "hon"),
      ([.pronoun, .plural], "de dom"),
      ([.pronoun, .conversational], "jag vi du ni"), ([.pronoun, .neuter], "det man"),
      (.relative, "vilken vilka"), (.abbreviation, "bl.a t.ex dr prof nr"),
      (
        [.title, .person],
        """
        statsminister statsministern minister ministern utrikesminister president presidenten kommunalråd
        talesperson talespersonen talesman talesmannen presstalesman ordförande ordföranden chef chefen
        vd direktör professor forskare åklagare åklagaren advokat polis tränare tränaren ledare
        partiledare författare författaren läkare expert general kung drottning ägare generalsekreterare
        """
      ),
      ([.group, .plural], "experter forskare vittnen boende kritiker demonstranter myndigheterna"),
      (
        .organisation,
        "regeringen departementet partiet polisen kommunen företaget myndigheten facket"
      ),
      (.document, "uttalande rapport rapporten brev pressmeddelande studie"),
      (
        .determiner,
        "en ett den det de denna detta dessa hans hennes deras sin sitt sina min vår flera många två tre andra"
      ),
      ([.preposition, .nounLink], "av för på från i vid till hos"),
      (.preposition, "med efter om under mot genom utan sedan mellan enligt över"),
      ([.coordinator, .additive], "och"), (.coordinator, "eller"),
      ([.coordinator, .adversative], "men"),
      (.subordinator, "om när eftersom medan innan sedan där"), (.asWord, "som"),
      (.complementiser, "att"), (.negation, "inte aldrig"),
      (
        .adverb,
        """
        också även då där här igår idag nu sedan senare vidare dessutom redan själv sig honom henne mig
        oss
        """
      ),
      (
        .time,
        """
        måndag måndagen tisdag tisdagen onsdag onsdagen torsdag torsdagen fredag fredagen lördag lördagen
        söndag söndagen januari februari mars april maj juni juli augusti september oktober november
        december
        """
      ),
      (.according, "enligt"),
      (.work, "boken filmen romanen låten albumet serien programmet tidningen boken film bok"),
      (.naming, "kallad kallade titeln så-kallade"),
    ],
    hasDashQuotes: true, order: .verbSecond)

  /// Norwegian of both standards, and Danish as far as the words are shared; for direct quotes.
  static let norwegian = LanguagePack(
    tag: "no", otherTags: ["nb", "nn", "da"],
    words: [
      (
        .saying,
        """
        sier sa sagt seier forklarer forklarte forteller fortalte skriver skrev mener mente hevder hevdet
        opplyser opplyste svarer svarte spør spurte legger la understreker understreket påpeker påpekte
        konstaterer konstaterte advarer advarte melder meldte kommenterer kommenterte innrømmer
        innrømmet lover lovet bekrefter bekreftet fortsetter fortsatte utbryter utbrøt roper ropte
        hvisker hvisket sukker sukket ler lo synes syntes tror trodde erkjenner erkjente klager klaget
        uttaler uttalte tilføyer tilføyde lyder lød siger sagde fortæller fortalte forklarede oplyser
        oplyste tilføjer tilføjede skriver mener spurgte svarede
        """
      ),
      (.judging, "kaller kalte kalder kaldte beskriver beskrev anklager anklaget"),
      (
        [.verb, .auxiliary], "har hadde havde skal skulle kan kunne må måtte vil ville får fikk fik"
      ),
      ([.verb, .copula], "er var blir ble bliver blev være"),
      ([.pronoun, .masculine], "han"), ([.pronoun, .feminine], "hun ho"),
      ([.pronoun, .plural], "de"), ([.pronoun, .conversational], "jeg eg vi du dere"),
      ([.pronoun, .neuter], "det man"), (.relative, "hvilken hvilke"),
      (.abbreviation, "bl.a f.eks dr prof nr"),
      (
        [.title, .person],
        """
        statsminister statsministeren minister ministeren utenriksminister president presidenten ordfører
        ordføreren talsperson talsmann talsmannen talskvinne leder lederen partileder sjef sjefen direktør
        direktøren professor forsker forskeren statsadvokat advokat advokaten politi trener treneren
        forfatter forfatteren lege ekspert general konge dronning eier generalsekretær
        """
      ),
      (
        [.group, .plural], "eksperter forskere vitner beboere kritikere demonstranter myndighetene"
      ),
      (
        .organisation, "regjeringen departementet partiet politiet kommunen selskapet fagforeningen"
      ),
      (.document, "uttalelse rapport rapporten brev pressemelding studie"),
      (
        .determiner,
        "en et ei den det de denne dette disse hans hennes deres sin sitt sine min vår flere mange to tre andre"
      ),
      ([.preposition, .nounLink], "av for på fra i ved til hos"),
      (.preposition, "med etter om under mot gjennom uten siden mellom ifølge over"),
      ([.coordinator, .additive], "og"), (.coordinator, "eller"),
      ([.coordinator, .adversative], "men"),
      (.subordinator, "hvis når fordi mens før der"), (.asWord, "som"),
      (.complementiser, "at"), (.negation, "ikke aldri"),
      (
        .adverb,
        "også da der her i-går i-dag nå så senere videre dessuten allerede selv seg ham henne meg oss til"
      ),
      (
        .time,
        """
        mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar mars april mai juni juli august
        september oktober november desember
        """
      ),
      (.according, "ifølge"),
      (.work, "boken boka filmen romanen låten albumet serien programmet avisen film bok"),
      (.naming, "kalt såkalte såkalt tittelen"),
    ],
    hasDashQuotes: true, order: .verbSecond)
}
