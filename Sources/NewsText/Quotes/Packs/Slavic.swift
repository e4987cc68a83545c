extension LanguagePack {
  /// Russian, for direct quotes.
  static let russian = LanguagePack(
    tag: "ru", otherTags: ["uk", "be", "bg"],
    words: [
      (
        .saying,
        """
        сказал сказала сказали сказано говорит говорил говорила говорят говорили заявил заявила заявили
        заявляет отметил отметила отметили отмечает сообщил сообщила сообщили сообщает подчеркнул
        подчеркнула подчеркивает добавил добавила добавляет объяснил объяснила объясняет пояснил пояснила
        поясняет рассказал рассказала рассказали рассказывает написал написала пишет писал писала
        считает считают полагает уверен уверена ответил ответила отвечает спросил спросила спрашивает
        признал признала признался призналась признает утверждает утверждают утверждал напомнил
        напомнила предупредил предупредила пообещал пообещала обещает подтвердил подтвердила указал
        указала указывает воскликнул воскликнула крикнул крикнула закричал прошептал вздохнул
        продолжил продолжает уточнил уточнила констатировал резюмировал возразил возразила думает
        замечает заметил заметила вспоминает вспоминал вспоминала процитировал цитирует произнес
        произнесла шутит пошутил выразил выразила попросил попросила приказал поинтересовался
        поинтересовалась гласит звучит кричит кричал удивляется удивился восклицает
        """
      ),
      (
        .judging,
        "назвал назвала назвали называет назвав охарактеризовал описал обвинил обвинила считает"
      ),
      (
        .participle,
        "говоря добавив заявив сказав отметив подчеркнув пояснив говорившего говоривший сказавший заявивший"
      ),
      ([.verb, .copula], "был была было были есть является будет стал стала"),
      ([.pronoun, .masculine], "он"), ([.pronoun, .feminine], "она"), ([.pronoun, .plural], "они"),
      ([.pronoun, .conversational], "я мы ты вы"), ([.pronoun, .neuter], "это"),
      ([.pronoun, .determiner], "один одна одно"),
      (
        .relative,
        """
        который которая которое которые которого которой которому которым которую котором которых
        которыми кто кому кого
        """
      ),
      ([.title, .masculine], "господин"), ([.title, .feminine], "госпожа"),
      (.abbreviation, "г гг им т.е т.д др тыс млн млрд руб ул"),
      (
        [.title, .person],
        """
        президент премьер-министр премьер министр губернатор мэр депутат сенатор директор глава
        представитель представительница пресс-секретарь председатель секретарь адвокат судья прокурор
        следователь тренер лидер кандидат генерал профессор эксперт автор врач ученый чиновник король
        королева папа патриарх посол журналист
        """
      ),
      (
        [.group, .plural],
        "власти эксперты жители очевидцы источники критики ученые депутаты чиновники"
      ),
      (.organisation, "правительство министерство партия полиция компания агентство ведомство суд"),
      (.document, "заявление доклад письмо исследование документ сообщение"),
      (
        .determiner,
        "этот эта эти тот та его ее их мой моя наш наша свой один одна одно некоторые многие все два три"
      ),
      ([.nounLink, .preposition], "из от для по"),
      (
        .preposition,
        "в во на с со о об к ко за у при под над до без через между после перед про согласно"
      ),
      ([.coordinator, .additive], "и"), (.coordinator, "или"),
      ([.coordinator, .adversative], "но а однако"),
      (.subordinator, "если когда как потому чтобы пока хотя где"),
      (.complementiser, "что"), (.negation, "не ни никогда"),
      (
        .adverb,
        """
        также тоже уже еще вчера сегодня завтра потом затем тогда там здесь всегда теперь сейчас ему ей
        им мне нам ему-то себе так очень тут тихо однажды обычно журналистам лично позже ранее
        """
      ),
      (
        .time,
        """
        понедельник вторник среду четверг пятницу субботу воскресенье января февраля марта апреля мая
        июня июля августа сентября октября ноября декабря
        """
      ),
      (.according, "согласно"), (.testimony, "словам мнению данным"),
      (
        .work,
        "книга книге книгу фильм фильме роман романе песня альбом сериал журнал газета газете газеты передача"
      ),
      (.naming, "называемый называемые называемой прозвище названием"),
      (.asWord, "как"),
    ],
    suffixes: [
      ("енно", .adverb), ("мерно", .adverb), ("ично", .adverb), ("льно", .adverb), ("лся", .verb),
      ("лась", .verb), ("лись", .verb), ("нул", .verb), ("ил", .verb),
      ("ал", .verb),
    ],
    verbEndings: ["ют", "ет", "ит", "ят", "ал", "ил", "ла", "ли", "ся", "сь"],
    // Speech has a capital, with a colon before it or a comma and a dash behind it; only words that
    // are cited go on in small letters (Pravila russkoj orfografii i punktuacii, 2006, on direct speech
    // and citations).
    hasDashQuotes: true, setsSpeechOff: true, order: .free)

  /// Czech, for direct quotes.
  static let czech = LanguagePack(
    tag: "cs", otherTags: ["sk"],
    words: [
      (
        .saying,
        """
        řekl řekla řekli říká říkal říkala říkají uvedl uvedla uvedli uvádí prohlásil prohlásila prohlásili
        prohlašuje dodal dodala dodává sdělil sdělila sdělili tvrdí tvrdil tvrdila vysvětlil vysvětlila
        vysvětluje oznámil oznámila napsal napsala píše zdůraznil zdůraznila zdůrazňuje upozornil
        upozornila upozorňuje připomněl připomněla poznamenal poznamenala odpověděl odpověděla zeptal
        zeptala ptal ptá míní myslí soudí konstatoval konstatovala konstatuje potvrdil potvrdila
        komentoval komentovala přiznal přiznala varoval varovala slíbil slíbila popsal popsala popisuje
        vzkázal vzkázala křičel zvolal zvolala zašeptal povzdechl vzpomíná vzpomínal pochvaloval
        pokračoval pokračuje shrnul shrnula věří doufá dodali podotkl podotkla reagoval reagovala
        odmítl odmítla kritizoval žádá hlásá zní doplnil doplnila informoval informovala ujistil
        svěřil svěřila vypověděl vypověděla
        """
      ),
      (.judging, "nazval nazvala označil označila popsal obvinil obvinila"),
      (.participle, "řka dodávaje"),
      ([.verb, .copula], "je jsou byl byla bylo byli bude má mají měl"),
      ([.pronoun, .masculine], "on"), ([.pronoun, .feminine], "ona"), ([.pronoun, .plural], "oni"),
      ([.pronoun, .conversational], "já my ty vy"), ([.pronoun, .neuter], "to"),
      ([.pronoun, .determiner], "jeden jedna"),
      (.relative, "který která které kdo"),
      ([.title, .masculine], "pan"), ([.title, .feminine], "paní"),
      (.abbreviation, "ing mgr dr mudr judr prof tj atd tzv např č r st"),
      (
        [.title, .person],
        """
        prezident prezidentka premiér premiérka ministr ministryně primátor primátorka starosta starostka
        poslanec poslankyně senátor senátorka ředitel ředitelka mluvčí předseda předsedkyně tajemník
        tajemnice advokát soudce státní trenér kapitán vedoucí kandidát generál profesor odborník autor
        autorka lékař šéf šéfka král královna papež velvyslanec novinář dramaturg
        """
      ),
      ([.group, .plural], "úřady odborníci obyvatelé svědci zdroje kritici vědci poslanci"),
      (.organisation, "vláda ministerstvo strana policie společnost agentura úřad soud"),
      (.document, "prohlášení zpráva dopis studie dokument sdělení"),
      (
        .determiner,
        "ten ta ti tento tato jeho její jejich můj náš svůj někteří mnozí všichni dva tři další"
      ),
      ([.nounLink, .preposition], "z ze od"),
      (.preposition, "pro v ve na s o k ke za u při pod nad do bez přes mezi po před podle"),
      ([.coordinator, .additive], "a i"), (.coordinator, "nebo"),
      ([.coordinator, .adversative], "ale však"),
      (.subordinator, "když jestliže pokud protože aby jak kde zatímco"),
      (.complementiser, "že"), (.negation, "ne nikdy"),
      (
        .adverb,
        """
        také též už ještě včera dnes zítra potom pak tehdy tam zde vždy nyní teď mu jí jim mi nám si se
        novinářům médiím rovněž dále později dříve velmi
        """
      ),
      (
        .time,
        """
        pondělí úterý středu čtvrtek pátek sobotu neděli ledna února března dubna května června července
        srpna září října listopadu prosince
        """
      ),
      (.according, "podle"),
      (.work, "kniha knize film filmu román píseň album seriál časopis deník deníku hra hry pořad"),
      (.naming, "zvaný zvaná takzvaný takzvané tzv názvem"),
      (.asWord, "jako"),
    ],
    suffixes: [("oval", .verb), ("ovala", .verb), ("nul", .verb)],
    verbEndings: ["uje", "ují", "ají", "al", "ala", "ali", "il", "ila", "ili", "el", "ela"],
    order: .free)
}
