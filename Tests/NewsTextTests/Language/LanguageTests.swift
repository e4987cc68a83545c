import NewsText
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    ("en", "The minister told the council that it would not pay for the bridge this year."),
    ("de", "Der Minister sagte dem Rat, dass er die Brücke in diesem Jahr nicht bezahlen werde."),
    ("fr", "Le ministre a dit au conseil qu'il ne paierait pas le pont cette année."),
    ("es", "El ministro dijo al consejo que no pagaría el puente este año, según la prensa."),
    ("it", "Il ministro ha detto al consiglio che non pagherà il ponte quest'anno."),
    ("pt", "O ministro disse ao conselho que não vai pagar a ponte este ano, mas que há outra."),
    ("nl", "De minister zei tegen de raad dat hij dit jaar niet voor de brug zou betalen."),
    ("sv", "Ministern sade till rådet att han inte skulle betala för bron det här året."),
    ("da", "Ministeren sagde til rådet, at han ikke ville betale for broen af egen lomme i år."),
    ("no", "Ministeren sa til rådet at han ikke ville betale for broen selv, og noe mer enn det."),
    ("fi", "Ministeri sanoi neuvostolle, että hän ei maksa siltaa tänä vuonna, mutta se on auki."),
    ("pl", "Minister powiedział radzie, że w tym roku nie zapłaci za most, ale może za rok."),
    ("cs", "Ministr řekl radě, že letos za most nezaplatí, ale že by to mohl být příští rok."),
    ("ru", "Министр сказал совету, что в этом году он не будет платить за мост."),
    ("uk", "Міністр сказав раді, що цього року він не платитиме за міст і його освітлення."),
    ("el", "Ο υπουργός είπε στο συμβούλιο ότι δεν θα πληρώσει τη γέφυρα φέτος."),
    ("tr", "Bakan, bu yıl köprü için para vermeyeceğini ve daha sonra konuşacağını söyledi."),
    ("ar", "قال الوزير للمجلس إنه لن يدفع ثمن الجسر هذا العام"),
    ("fa", "وزیر به شورا گفت که امسال هزینه پل را پرداخت نمی‌کند"),
    ("he", "השר אמר למועצה שהוא לא ישלם על הגשר השנה"),
    ("hi", "मंत्री ने परिषद से कहा कि वह इस साल पुल के लिए भुगतान नहीं करेंगे"),
    ("zh", "部长告诉议会，今年他不会为这座桥付钱。"),
    ("ja", "大臣は議会に、今年は橋の費用を払わないと述べた。"),
    ("ko", "장관은 올해 다리 비용을 지불하지 않겠다고 의회에 말했다."),
    ("th", "รัฐมนตรีบอกสภาว่าปีนี้จะไม่จ่ายค่าสะพาน"),
    ("eo", "La ministro diris al la konsilio, ke ĝi ne pagos la ponton ĉi-jare, sed nur poste."),
  ]) func recognises(code: String, text: String) {
    #expect(detectLanguage(of: text) == code)
  }

  @Test(arguments: ["", "12 345 — 67", "Lorem ipsum dolor sit amet consectetur", "OK"])
  func isSilentWhenUnsure(text: String) {
    #expect(detectLanguage(of: text) == nil)
  }
}
