/// The names of months in sixteen languages, full and as newspapers shorten them.
enum MonthNames {
  /// The number of a month by its name in lower case, or nil.
  static func number(of word: String) -> Int? { numbers[word] }

  /// A line a month; languages whose dates put the month in the genitive have both forms.
  private static let table = """
    january jan januar jänner janvier janv enero ene gennaio gen janeiro januari styczeń stycznia sty январь января янв leden ledna led tammikuu tammikuuta tammi ocak oca січень січня ianuarie január januára januaro يناير
    february feb februar février févr fév fevrier febrero febbraio fevereiro fev februari luty lutego lut февраль февраля февр фев únor února úno helmikuu helmikuuta helmi şubat şub лютий лютого februarie február februára februaro فبراير
    march mar märz mär mrz mars marzo março marco maart mrt marts marzec marca март марта мар březen března bře maaliskuu maaliskuuta maalis mart березень березня martie marec marto مارس
    april apr avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр duben dubna dub huhtikuu huhtikuuta huhti nisan nis квітень квітня aprilie apríl apríla aprilo أبريل ابريل إبريل
    may mai mayo maggio mag maio mei maj maja май мая květen května kvě toukokuu toukokuuta touko mayıs травень травня máj mája majo مايو
    june jun juni juin junio giugno giu junho czerwiec czerwca cze июнь июня июн červen června čvn kesäkuu kesäkuuta kesä haziran haz червень червня iunie jún júna junio يونيو
    july jul juli juillet juil julio luglio lug julho lipiec lipca lip июль июля июл červenec července čvc heinäkuu heinäkuuta heinä temmuz tem липень липня iulie júl júla julio يوليو
    august aug août aout agosto ago augustus augusti sierpień sierpnia sie август августа авг srpen srpna srp elokuu elokuuta elo ağustos ağu серпень серпня aŭgusto أغسطس اغسطس
    september sep sept septembre septiembre setiembre settembre set setembro wrzesień września wrz сентябрь сентября сент сен září zář syyskuu syyskuuta syys eylül eyl вересень вересня septembrie septembra septembro سبتمبر
    october oct oktober okt octobre octubre ottobre ott outubro out october październik października paź октябрь октября окт říjen října říj lokakuu lokakuuta loka ekim eki жовтень жовтня octombrie október októbra oktobro أكتوبر اكتوبر
    november nov novembre noviembre novembro listopad listopada listopadu lis ноябрь ноября нояб ноя marraskuu marraskuuta marras kasım kas листопада noiembrie novembra نوفمبر
    december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember des grudzień grudnia gru декабрь декабря дек prosinec prosince pro joulukuu joulukuuta joulu aralık ara грудень грудня decembrie decembra decembro ديسمبر
    """

  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for (index, line) in table.split(separator: "\n").enumerated() {
      for name in line.split(separator: " ") { numbers[String(name)] = index + 1 }
    }
    return numbers
  }()
}
