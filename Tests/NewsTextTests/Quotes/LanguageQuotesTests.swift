import NewsText
import Testing

/// Direct quotes in the languages for which there is a pack.
@Suite struct LanguageQuotesTests {
  @Test(arguments: german) func readsGerman(_ fixture: MarkedQuotes) { expect(fixture, "de") }
  @Test(arguments: french) func readsFrench(_ fixture: MarkedQuotes) { expect(fixture, "fr") }
  @Test(arguments: spanish) func readsSpanish(_ fixture: MarkedQuotes) { expect(fixture, "es") }
  @Test(arguments: italian) func readsItalian(_ fixture: MarkedQuotes) { expect(fixture, "it") }
  @Test(arguments: portuguese) func readsPortuguese(_ fixture: MarkedQuotes) {
    expect(fixture, "pt")
  }
  @Test(arguments: dutch) func readsDutch(_ fixture: MarkedQuotes) { expect(fixture, "nl") }
  @Test(arguments: swedish) func readsSwedish(_ fixture: MarkedQuotes) { expect(fixture, "sv") }
  @Test(arguments: norwegian) func readsNorwegian(_ fixture: MarkedQuotes) { expect(fixture, "no") }
  @Test(arguments: russian) func readsRussian(_ fixture: MarkedQuotes) { expect(fixture, "ru") }
  @Test(arguments: czech) func readsCzech(_ fixture: MarkedQuotes) { expect(fixture, "cs") }
  @Test(arguments: arabic) func readsArabic(_ fixture: MarkedQuotes) { expect(fixture, "ar") }
  @Test(arguments: chinese) func readsChinese(_ fixture: MarkedQuotes) { expect(fixture, "zh") }

  private func expect(_ fixture: MarkedQuotes, _ language: String) {
    #expect(fixture.found(language: language) == fixture.quotes)
    // The language is told by its small words where no tag is given; short texts may have none.
  }

  static let german = MarkedQuotes.table(
    """
    „⟦Die Brücke wird im Mai eröffnet⟧“, sagte Karla Brandis. ⇒ Karla Brandis
    „⟦Die Brücke wird im Mai eröffnet⟧“, sagte die Sprecherin des Hafenamts am Montag. ⇒ die Sprecherin des Hafenamts
    „⟦Die Brücke wird im Mai eröffnet⟧“, so Brandis. ⇒ Brandis
    „⟦Wann wird sie eröffnet?⟧“, fragte der Bürgermeister. ⇒ der Bürgermeister
    »⟦Die Brücke wird im Mai eröffnet⟧«, erklärte Brandis. ⇒ Brandis
    Karla Brandis sagte: „⟦Die Brücke wird im Mai eröffnet.⟧“ ⇒ Karla Brandis
    Am Montag sagte Karla Brandis: „⟦Die Brücke wird im Mai eröffnet.⟧“ ⇒ Karla Brandis
    Nach dem Treffen im Hafen sagte sie: „⟦Die Brücke wird im Mai eröffnet.⟧“ ⇒ sie
    Als der Regen kam, rief Brandis: „⟦Wir müssen hier weg!⟧“ ⇒ Brandis
    „⟦Die Brücke⟧“, sagte Brandis, „⟦wird im Mai eröffnet.⟧“ ⇒ Brandis | Brandis
    „⟦Die Brücke wird fertig⟧“, sagte Brandis. „⟦Daran zweifelt niemand.⟧“ ⇒ Brandis | Brandis
    Brandis bezeichnete den Plan als „⟪völlig weltfremd und teuer⟫“. ⇒ Brandis
    Der Plan sei „⟪völlig weltfremd und teuer⟫“, sagte Brandis. ⇒ Brandis
    Brandis warnte vor Eile. Die Brücke sei „⟪noch lange nicht fertig gebaut⟫“. ⇒ Brandis
    Laut Brandis ist der Plan „⟪völlig weltfremd und teuer⟫“. ⇒ Brandis
    Die Fähre „Nordlicht“ fuhr pünktlich ab.
    Sie las im „Hafenboten“ davon.
    """)

  static let french = MarkedQuotes.table(
    """
    « ⟦Le pont ouvrira en mai⟧ », a déclaré Claire Aubrac. ⇒ Claire Aubrac
    «⟦Le pont ouvrira en mai⟧», explique le maire. ⇒ le maire
    “⟦Le pont ouvrira en mai⟧”, a ajouté Mme Aubrac. ⇒ Mme Aubrac
    « ⟦Le pont ouvrira en mai⟧ », affirme Claire Aubrac, ingénieure du port. ⇒ Claire Aubrac
    Claire Aubrac a déclaré : « ⟦Le pont ouvrira en mai.⟧ » ⇒ Claire Aubrac
    Le ministre a expliqué que « ⟪le pont ouvrira en mai⟫ ». ⇒ Le ministre
    Selon Claire Aubrac, « ⟪le pont ouvrira en mai⟫ ». ⇒ Claire Aubrac
    « ⟦Nous voulons un pont⟧ », répètent les habitants. ⇒ les habitants
    « ⟦C'est trop tard⟧ », dit-elle. ⇒ elle
    « ⟦Il manque de l'acier⟧ », souligne Aubrac. « ⟦Il en manque beaucoup.⟧ » ⇒ Aubrac | Aubrac
    """)

  static let spanish = MarkedQuotes.table(
    """
    «⟦El puente se abrirá en mayo⟧», dijo Marta Olmedo. ⇒ Marta Olmedo
    “⟦El puente se abrirá en mayo⟧”, afirmó el alcalde. ⇒ el alcalde
    "⟦El puente se abrirá en mayo⟧", ha asegurado la ministra de Puertos. ⇒ la ministra de Puertos
    Marta Olmedo dijo: «⟦El puente se abrirá en mayo⟧». ⇒ Marta Olmedo
    El portavoz explicó que «⟪el puente se abrirá en mayo⟫». ⇒ El portavoz
    Ayer señaló Olmedo: «⟦El puente se abrirá en mayo⟧». ⇒ Olmedo
    Según Olmedo, «⟪el puente se abrirá en mayo⟫». ⇒ Olmedo
    «⟦¿Quién va a pagar?⟧», preguntó ella. ⇒ ella
    «⟦Falta acero⟧», indicó Olmedo. «⟦Falta mucho acero.⟧» ⇒ Olmedo | Olmedo
    «⟦Queremos un puente⟧», gritaron los vecinos. ⇒ los vecinos
    """)

  static let italian = MarkedQuotes.table(
    """
    «⟦Il ponte aprirà a maggio⟧», ha detto Chiara Belmonte. ⇒ Chiara Belmonte
    “⟦Il ponte aprirà a maggio⟧”, spiega il sindaco. ⇒ il sindaco
    "⟦Il ponte aprirà a maggio⟧", ha aggiunto la ministra. ⇒ la ministra
    Chiara Belmonte ha detto: «⟦Il ponte aprirà a maggio⟧». ⇒ Chiara Belmonte
    Il portavoce ha spiegato che «⟪il ponte aprirà a maggio⟫». ⇒ Il portavoce
    Secondo Belmonte, «⟪il ponte aprirà a maggio⟫». ⇒ Belmonte
    «⟦Chi pagherà?⟧», chiede lei. ⇒ lei
    «⟦Manca l'acciaio⟧», afferma Belmonte. «⟦Ne manca molto.⟧» ⇒ Belmonte | Belmonte
    «⟦Vogliamo un ponte⟧», dicono i residenti. ⇒ i residenti
    """)

  static let portuguese = MarkedQuotes.table(
    """
    “⟦A ponte abre em maio⟧”, disse Marta Quintela. ⇒ Marta Quintela
    "⟦A ponte abre em maio⟧", afirmou o prefeito. ⇒ o prefeito
    «⟦A ponte abre em maio⟧», explicou a ministra. ⇒ a ministra
    Marta Quintela disse: “⟦A ponte abre em maio.⟧” ⇒ Marta Quintela
    O porta-voz explicou que “⟪a ponte abre em maio⟫”. ⇒ O porta-voz
    Segundo Quintela, “⟪a ponte abre em maio⟫”. ⇒ Quintela
    “⟦Quem vai pagar?⟧”, perguntou ela. ⇒ ela
    “⟦Falta aço⟧”, disse Quintela. “⟦Falta muito aço.⟧” ⇒ Quintela | Quintela
    “⟦Queremos uma ponte⟧”, dizem os moradores. ⇒ os moradores
    """)

  static let dutch = MarkedQuotes.table(
    """
    ‘⟦De brug gaat in mei open⟧’, zegt Anke Dijkhof. ⇒ Anke Dijkhof
    “⟦De brug gaat in mei open⟧”, zei de burgemeester. ⇒ de burgemeester
    „⟦De brug gaat in mei open⟧”, aldus Dijkhof. ⇒ Dijkhof
    Anke Dijkhof zei: “⟦De brug gaat in mei open.⟧” ⇒ Anke Dijkhof
    Gisteren zei Dijkhof: “⟦De brug gaat in mei open.⟧” ⇒ Dijkhof
    Volgens Dijkhof gaat de brug “⟪in elk geval in mei open⟫”. ⇒ Dijkhof
    “⟦Wie gaat dat betalen?⟧”, vroeg zij. ⇒ zij
    “⟦Er is geen staal⟧”, zei Dijkhof. “⟦Helemaal geen staal.⟧” ⇒ Dijkhof | Dijkhof
    “⟦Wij willen een brug⟧”, roepen de bewoners. ⇒ de bewoners
    """)

  static let swedish = MarkedQuotes.table(
    """
    ”⟦Bron öppnar i maj⟧”, säger Karin Ekdal. ⇒ Karin Ekdal
    "⟦Bron öppnar i maj⟧", sa statsministern. ⇒ statsministern
    – ⟦Bron öppnar i maj⟧, säger Karin Ekdal. ⇒ Karin Ekdal
    Karin Ekdal sade: ”⟦Bron öppnar i maj.⟧” ⇒ Karin Ekdal
    Igår sade Ekdal: ”⟦Bron öppnar i maj.⟧” ⇒ Ekdal
    ”⟦Vem ska betala?⟧”, frågade hon. ⇒ hon
    ”⟦Det saknas stål⟧”, säger Ekdal. ”⟦Det saknas mycket stål.⟧” ⇒ Ekdal | Ekdal
    """)

  static let norwegian = MarkedQuotes.table(
    """
    «⟦Broen åpner i mai⟧», sier Kari Ekeland. ⇒ Kari Ekeland
    "⟦Broen åpner i mai⟧", sa statsministeren. ⇒ statsministeren
    – ⟦Broen åpner i mai⟧, sier Kari Ekeland. ⇒ Kari Ekeland
    Kari Ekeland sa: «⟦Broen åpner i mai.⟧» ⇒ Kari Ekeland
    «⟦Hvem skal betale?⟧» spurte hun. ⇒ hun
    «⟦Det mangler stål⟧», sier Ekeland. «⟦Det mangler mye stål.⟧» ⇒ Ekeland | Ekeland
    """)

  static let russian = MarkedQuotes.table(
    """
    «⟦Мост откроют в мае⟧», — сказала Анна Лугова. ⇒ Анна Лугова
    "⟦Мост откроют в мае⟧", - заявил мэр города. ⇒ мэр города
    «⟦Мост откроют в мае⟧», — рассказал нам инженер. ⇒ инженер
    Анна Лугова сказала: «⟦Мост откроют в мае⟧». ⇒ Анна Лугова
    Лугова улыбнулась и сказала: «⟦Мост откроют в мае⟧». ⇒ Лугова
    «⟦Кто будет платить?⟧» — спросила она. ⇒ она
    «⟦Стали нет⟧», — говорит Лугова. «⟦Совсем нет стали⟧». ⇒ Лугова | Лугова
    По словам Луговой, «⟪мост откроют только в мае⟫». ⇒ Луговой
    Она читала газету «Вечерний берег».
    """)

  static let czech = MarkedQuotes.table(
    """
    „⟦Most otevřeme v květnu⟧“, řekla Jana Horská. ⇒ Jana Horská
    "⟦Most otevřeme v květnu,⟧" uvedl primátor. ⇒ primátor
    „⟦Most otevřeme v květnu,⟧“ dodala mluvčí přístavu. ⇒ mluvčí přístavu
    Jana Horská řekla: „⟦Most otevřeme v květnu.⟧“ ⇒ Jana Horská
    Ředitel prohlásil, že „⟪most se otevře v květnu⟫“. ⇒ Ředitel
    „⟦Kdo to zaplatí?⟧“ zeptala se ona. ⇒ ona
    „⟦Chybí ocel,⟧“ tvrdí Horská. „⟦Chybí jí hodně.⟧“ ⇒ Horská | Horská
    Podle Horské se most „⟪otevře určitě už v květnu⟫“. ⇒ Horské
    """)

  static let arabic = MarkedQuotes.table(
    """
    قال الوزير: «⟦سنفتح الجسر في مايو⟧». ⇒ الوزير
    وقالت المتحدثة: "⟦سنفتح الجسر في مايو⟧". ⇒ المتحدثة
    «⟦سنفتح الجسر في مايو⟧»، قال مدير الميناء. ⇒ مدير الميناء
    وأكد رئيس البلدية أن «⟪الجسر سيفتح في مايو⟫». ⇒ رئيس البلدية
    """)

  static let chinese = MarkedQuotes.table(
    """
    林秀梅说：“⟦大桥将在五月开放。⟧” ⇒ 林秀梅
    市长表示，“⟦大桥将在五月开放⟧”。 ⇒ 市长
    “⟦大桥将在五月开放，⟧”林秀梅说。 ⇒ 林秀梅
    「⟦大橋將在五月開放⟧」，林秀梅說。 ⇒ 林秀梅
    """)
}
