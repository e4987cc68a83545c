import NewsModel
import Testing

@testable import NewsFormats

/// Texts in encodings that they do not declare.
struct EncodingGuessTests {
  private static let texts: [String: String] = [
    "ru":
      "Гавань снова открыта\n\nКорабли ждали у мола три дня, сказал капитан порта. Мы рады, добавил он.\n",
    "ja": "港が再開した\n\n船は三日間、防波堤のそばで待っていた。港の責任者は「とても嬉しい」と話した。\n",
    "zh": "港口重新开放\n\n船只在防波堤旁等了三天。港口负责人说，他们很高兴，这是一个好消息。\n",
    "tw": "港口重新開放\n\n船隻在防波堤旁等了三天。港口負責人說，他們很高興，這是一個好消息。\n",
    "ko": "항구가 다시 열렸다\n\n배들은 사흘 동안 방파제 옆에서 기다렸다. 항구 책임자는 기쁘다고 말했다.\n",
    "pl":
      "Port znów otwarty\n\nStatki czekały trzy dni przy molo, powiedział kapitan. Cieszymy się, że już są źródła.\n",
    "fr":
      "Le port rouvre enfin\n\nLes bateaux ont attendu près de la jetée, a déclaré le capitaine. « Très bien », a-t-il dit à l’été.\n",
    "de":
      "Hafen öffnet wieder\n\nDie Schiffe warteten drei Tage, sagte der Kapitän. „Wir sind froh“, fügte er hinzu. Größe.\n",
    "el": "Το λιμάνι άνοιξε ξανά\n\nΤα πλοία περίμεναν τρεις ημέρες, είπε ο καπετάνιος.\n",
    "cs":
      "Přístav znovu otevřen\n\nLodě čekaly tři dny u mola, řekl kapitán. Máme radost, dodal, příští týden přijedou další.\n",
    "es":
      "El puerto reabre por fin\n\nLos barcos esperaron tres días, dijo el capitán. «Estamos contentos», añadió el señor Núñez.\n",
    "tr":
      "Liman yeniden açıldı\n\nGemiler üç gün bekledi, dedi kaptan. Çok mutluyuz, diye ekledi.\n",
    "he": "הנמל נפתח שוב\n\nהאוניות חיכו שלושה ימים, אמר הקברניט.\n",
    "ar": "الميناء مفتوح من جديد\n\nانتظرت السفن ثلاثة أيام قرب الرصيف.\n",
  ]

  /// The text of a language in an encoding.
  private static let encoded: [(language: String, encoding: String, base64: String)] = [
    (
      "ru", "cp1251",
      "w+Di4O38IPHt7uLgIO7y6vD78uAKCsru8ODh6+gg5uTg6+gg8yDs7uvgIPLw6CDk7f8sIPHq4Ofg6yDq"
        + "4O/o8uDtIO/u8PLgLiDM+yDw4OT7LCDk7uHg4ujrIO7tLgo="
    ),
    (
      "ru", "koi8-r",
      "58HXwc7YINPOz9fBIM/Uy9LZ1MEKCuvP0sHCzMkg1sTBzMkg1SDNz8zBINTSySDEztEsINPLwdrBzCDL"
        + "wdDJ1MHOINDP0tTBLiDt2SDSwcTZLCDEz8LB18nMIM/OLgo="
    ),
    (
      "ru", "iso8859-5",
      "s9DS0N3sIOHd3tLQIN7i2uDr4tAKCrre4NDR29gg1tTQ29gg4yDc3tvQIOLg2CDU3e8sIOHa0NfQ2yDa"
        + "0N/Y4tDdIN/e4OLQLiC86yDg0NTrLCDU3tHQ0tjbIN7dLgo="
    ),
    (
      "ru", "cp866",
      "g6CioK3sIOGtrqKgIK7iquDr4qAKCoqu4KChq6ggpqSgq6gg4yCsrqugIOLgqCCkre8sIOGqoKegqyCq"
        + "oK+o4qCtIK+u4OKgLiCM6yDgoKTrLCCkrqGgoqirIK6tLgo="
    ),
    (
      "ja", "cp932",
      "jWCCqo3EikqCtYK9CgqRRILNjk+T+orUgUGWaJRnkueCzIK7gs6CxZHSgsGCxIKigr2BQo1ggsyQ05RD"
        + "jtKCzYF1gsaCxILgivCCtYKigXaCxphigrWCvYFCCg=="
    ),
    (
      "ja", "euc-jp",
      "ucGkrLrGs6ukt6S/CgrBpaTPu7DG/LTWoaLLycfIxOmkzqS9pNCkx8LUpMOkxqSkpL+ho7nBpM7A1cek"
        + "vNSkz6HWpMikxqTitPKkt6SkodekyM/DpLekv6GjCg=="
    ),
    (
      "zh", "gb18030",
      "uNu/2tbY0MK/qrfFCgq0rNa71Nq3wLKotczF1LXIwcvI/czsoaO427/auLrU8MjLy7WjrMv7w8e63Ljf"
        + "0MujrNXiysfSu7j2usPP+8+ioaMK"
    ),
    (
      "tw", "big5",
      "tOSkZq2rt3O2fanxCgqy7rCmpmKovqpps/aux7WlpEakVKTRoUO05KRmrXSzZKRIu6GhQaVMrcyr3LCq"
        + "v7OhQbNvrE+kQK3Tpm6u+K6noUMK"
    ),
    (
      "ko", "euc-kr",
      "x9exuLChILTZvcMgv623yLTZCgq56LXpwLogu+fI6iC1v77IILnmxsTBpiC/t7+hvK0gseK02bfItNku"
        + "IMfXsbggw6XA08DatMIgseK72rTZsO0guLvH37TZLgo="
    ),
    (
      "pl", "cp1250",
      "UG9ydCB6bvN3IG90d2FydHkKClN0YXRraSBjemVrYbN5IHRyenkgZG5pIHByenkgbW9sbywgcG93aWVk"
        + "emlhsyBrYXBpdGFuLiBDaWVzenlteSBzaeosIL9lIGp1vyBzuSCfcvNks2EuCg=="
    ),
    (
      "pl", "iso8859-2",
      "UG9ydCB6bvN3IG90d2FydHkKClN0YXRraSBjemVrYbN5IHRyenkgZG5pIHByenkgbW9sbywgcG93aWVk"
        + "emlhsyBrYXBpdGFuLiBDaWVzenlteSBzaeosIL9lIGp1vyBzsSC8cvNks2EuCg=="
    ),
    (
      "fr", "cp1252",
      "TGUgcG9ydCByb3V2cmUgZW5maW4KCkxlcyBiYXRlYXV4IG9udCBhdHRlbmR1IHBy6HMgZGUgbGEgamV0"
        + "6WUsIGEgZOljbGFy6SBsZSBjYXBpdGFpbmUuIKsgVHLocyBiaWVuILssIGEtdC1pbCBkaXQg4CBskul0"
        + "6S4K"
    ),
    (
      "de", "cp1252",
      "SGFmZW4g9mZmbmV0IHdpZWRlcgoKRGllIFNjaGlmZmUgd2FydGV0ZW4gZHJlaSBUYWdlLCBzYWd0ZSBk"
        + "ZXIgS2FwaXTkbi4ghFdpciBzaW5kIGZyb2iTLCBm/Gd0ZSBlciBoaW56dS4gR3L232UuCg=="
    ),
    (
      "el", "cp1253",
      "1O8g6+ns3O3pINzt7+nu5SDu4e3cCgrU4SDw6+/f4SDw5fHf7OXt4e0g9PHl6fIg5+zd8eXyLCDl3/Dl"
        + "IO8g6uHw5fTc7env8i4K"
    ),
    (
      "cs", "cp1250",
      "UPjtc3RhdiB6bm92dSBvdGV2+GVuCgpMb2TsIOhla2FseSB0+GkgZG55IHUgbW9sYSwg+GVrbCBrYXBp"
        + "dOFuLiBN4W1lIHJhZG9zdCwgZG9kYWwsIHD47Zp07SB0/WRlbiBw+GlqZWRvdSBkYWya7S4K"
    ),
    (
      "es", "cp1252",
      "RWwgcHVlcnRvIHJlYWJyZSBwb3IgZmluCgpMb3MgYmFyY29zIGVzcGVyYXJvbiB0cmVzIGTtYXMsIGRp"
        + "am8gZWwgY2FwaXThbi4gq0VzdGFtb3MgY29udGVudG9zuywgYfFhZGnzIGVsIHNl8W9yIE768WV6Lgo="
    ),
    (
      "tr", "cp1254",
      "TGltYW4geWVuaWRlbiBh5/1sZP0KCkdlbWlsZXIg/OcgZ/xuIGJla2xlZGksIGRlZGkga2FwdGFuLiDH"
        + "b2sgbXV0bHV5dXosIGRpeWUgZWtsZWRpLgo="
    ),
    (
      "he", "cp1255",
      "5PDu7CDw9PrnIPnl4QoK5ODl8Onl+iDn6evlIPns5fnkIOnu6e0sIODu+CDk9+H48OnoLgo="
    ),
    (
      "ar", "cp1256",
      "x+Hj7eTHwSDj3crmzSDj5CDMz+3PCgrH5MrZ0cogx+HT3eQgy+HHy8kgw+3H4yDe0cggx+HR1e3dLgo="
    ),
  ]

  @Test(arguments: encoded)
  func aTextIsReadInItsEncoding(language: String, encoding: String, base64: String) throws {
    let bytes = MIMEPart.base64(Array(base64.utf8)[...])
    for pieceBytes in [1, 1000] {
      let (_, events) = try storedEvents(bytes, fileName: "a.txt", pieceBytes: pieceBytes)
      let article = try #require(events.first?.article)
      let text = [article.headline ?? "", article.text].joined(separator: "\n")
      #expect(text == Self.texts[language])
      #expect(article.remarks.first?.hasPrefix("not UTF-8: read as ") == true)
    }
  }

  /// The names of the columns are in the encoding too.
  @Test func aTableIsReadInItsEncoding() throws {
    let base64 =
      "x+Dj7uvu4u7qO9Ll6vHyO8Tg8uAKw+Di4O38IO7y6vD78uA7yu7w4OHr6CDm5ODr6CDzIOzu6+Ag8vDo"
      + "IOTt/ywg8erg5+DrIOrg7+jy4O0uOzI4LjAxLjIwMTcK"
    let bytes = MIMEPart.base64(Array(base64.utf8)[...])
    let article = try storedEvents(bytes, fileName: "a.csv").events.first?.article
    #expect(article?.headline == "Гавань открыта")
    #expect(article?.date == PartialDate(year: 2017, month: 1, day: 28))
  }

  @Test func utf8IsLeftAlone() {
    for text in Self.texts.values {
      #expect(EncodingGuess.encoding(of: Array(text.utf8)[...]) == nil)
      #expect(EncodingGuess.encoding(of: Array(text.utf8).dropLast(2)) == nil)
    }
  }
}
