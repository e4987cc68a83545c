/// The BCP 47 tag, in lower case, of a language as dumps write it: `English`, `eng`, `en_US`.
///
/// What is in no table is given back in lower case: it may be a tag that is simply rare.
func languageTag(_ text: String) -> String {
  // LexisNexis gives the name twice: `GERMAN; DEUTSCH`.
  let text = text.prefix { $0 != ";" && $0 != "," && $0 != "/" }
  let plain = String(text.lowercased().map { $0 == "_" ? "-" : $0 }.filter { $0 != " " })
  if let tag = languageTags[plain] { return tag }
  guard let dash = plain.firstIndex(of: "-"), let tag = languageTags[String(plain[..<dash])]
  else { return plain }
  return tag + plain[dash...]
}

/// ISO 639-1 tag, ISO 639-2 codes, and the language's name in English and in itself.
private let languageTags: [String: String] = {
  let table = """
    am amh amharic አማርኛ
    ar ara arabic العربية arabisch arabe árabe 阿拉伯文 アラビア語
    az aze azerbaijani azərbaycanca
    be bel belarusian беларуская
    bg bul bulgarian български
    bn ben bengali বাংলা
    bs bos bosnian bosanski
    ca cat catalan català
    cs ces cze czech čeština
    cy cym wel welsh cymraeg
    da dan danish dansk
    de deu ger german deutsch allemand alemán alemão tedesco duits 德文 德语 德語 ドイツ語 독일어 немецкий
    el ell gre greek ελληνικά
    en eng english englisch anglais inglés inglês inglese engels 英文 英语 英語 영어 английский
    eo epo esperanto
    es spa spanish español castellano spanisch espagnol espanhol spagnolo spaans 西班牙文 西班牙语 スペイン語 испанский
    et est estonian eesti
    eu eus baq basque euskara
    fa fas per persian farsi فارسی
    fi fin finnish suomi
    fr fra fre french français francaise française französisch francés francês francese frans 法文 法语 法語 フランス語 프랑스어 французский
    ga gle irish gaeilge
    gl glg galician galego
    gu guj gujarati ગુજરાતી
    ha hau hausa
    he heb hebrew עברית
    hi hin hindi हिन्दी
    hr hrv croatian hrvatski
    hu hun hungarian magyar
    hy hye arm armenian հայերեն
    id ind indonesian bahasaindonesia
    ig ibo igbo
    is isl ice icelandic íslenska
    it ita italian italiano italienisch italien italiaans 意大利文 意大利语 イタリア語 итальянский
    ja jpn japanese 日本語 japanisch japonais japonés 日文 日语 일본어 японский
    ka kat geo georgian ქართული
    kk kaz kazakh қазақша
    km khm khmer ខ្មែរ
    ko kor korean 한국어 koreanisch coréen coreano 韩文 韓文 韩语 韓国語 корейский
    ku kur kurdish kurdî
    ky kir kyrgyz кыргызча
    la lat latin
    lg lug luganda ganda
    ln lin lingala
    lo lao
    lt lit lithuanian lietuvių
    lv lav latvian latviešu
    mk mkd mac macedonian македонски
    ml mal malayalam മലയാളം
    mn mon mongolian монгол
    mr mar marathi मराठी
    ms msa may malay bahasamelayu
    mt mlt maltese malti
    my mya bur burmese မြန်မာ
    nb nob bokmål
    ne nep nepali नेपाली
    nl nld dut dutch nederlands flemish niederländisch néerlandais neerlandés olandese 荷兰文 荷蘭文 オランダ語
    nn nno nynorsk
    no nor norwegian norsk
    om orm oromo
    pa pan punjabi panjabi ਪੰਜਾਬੀ
    pl pol polish polski polnisch polonais polaco
    ps pus pashto پښتو
    pt por portuguese português portugiesisch portugais portugués portoghese 葡萄牙文 葡萄牙语 ポルトガル語
    rn run rundi kirundi
    ro ron rum romanian română
    ru rus russian русский russisch russe ruso russo 俄文 俄语 俄語 ロシア語 러시아어
    rw kin kinyarwanda
    si sin sinhala සිංහල
    sk slk slo slovak slovenčina
    sl slv slovenian slovene slovenščina
    sn sna shona
    so som somali soomaali
    sq sqi alb albanian shqip
    sr srp serbian српски
    sv swe swedish svenska schwedisch suédois
    sw swa swahili kiswahili
    ta tam tamil தமிழ்
    te tel telugu తెలుగు
    tg tgk tajik тоҷикӣ
    th tha thai ไทย
    ti tir tigrinya ትግርኛ
    tk tuk turkmen
    tl tgl tagalog filipino
    tr tur turkish türkçe türkisch turc
    uk ukr ukrainian українська
    ur urd urdu اردو
    uz uzb uzbek
    vi vie vietnamese tiếngviệt
    xh xho xhosa
    yi yid yiddish
    yo yor yoruba
    zh zho chi chinese mandarin 中文 chinesisch chinois chino cinese chinees 中国語 汉语 중국어 китайский
    zu zul zulu
    """
  var tags: [String: String] = [:]
  for line in table.split(separator: "\n") {
    let names = line.split(separator: " ").map(String.init)
    for name in names { tags[name] = names.first }
  }
  return tags
}()
