/// The commonest function words of each language, as grammars and frequency lists give them.
///
/// A word may stand in several lists; it then counts less in each (``LanguageProfiles``). To add a
/// language, add a line with some forty words that make up a third of any text.
let functionWords: [(code: String, script: Script, words: String)] = [
  (
    "en", .latin,
    """
    the of and to in that is was for it with as his on be at by had not are but from or have an they
    which one you were her all she there would their we him been has when who will more no if out so
    said what up its about into than them can only other new some could time these two may then do
    any my now such like our over me even most after also did many before must through i he this a
    """
  ),
  (
    "de", .latin,
    """
    der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden
    aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur
    oder aber vor zur bis mehr durch man sein wurde sei ich wir seine ihr kann gegen vom können schon
    wenn habe ihre dann unter wir soll jetzt keine diese dieser wieder seit
    """
  ),
  (
    "fr", .latin,
    """
    de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec
    son cette ont ses mais comme on tout nous sa fait été aussi leur bien peut ces y deux même ils
    elle était d l qu s n c aux entre sans après avait très où sous depuis selon contre lui avoir être
    """
  ),
  (
    "es", .latin,
    """
    de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me
    si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde
    está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde según tras
    """
  ),
  (
    "it", .latin,
    """
    di e il la che in a per un è del non una le della i da con si dei sono alla al più come ha nel ma
    anche lo gli delle se su o nella ai dal questo ci degli l all dell d un dalla sul due essere stato
    loro hanno dopo era suo tra fatto ancora cui solo già prima quando così molto anni chi perché
    """
  ),
  (
    "pt", .latin,
    """
    de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das
    tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era
    depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas às são
    """
  ),
  (
    "ca", .latin,
    """
    de la i el que a en les els del per un amb una no es al ha va l més com ser són d però seva seu
    aquest aquesta han també fins ja hi s ho sobre entre pel dels quan molt tot sense després això
    estat fer anys perquè o dos on segons havia
    """
  ),
  (
    "nl", .latin,
    """
    de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar bij of uit nog
    worden door naar heeft tot ze wordt over hij ik was werd deze geen hebben kan meer we al zich zo
    tegen wat je na had onder veel moet omdat haar hun zou jaar tussen volgens wel
    """
  ),
  (
    "sv", .latin,
    """
    och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så
    kan när år säger under också efter eller nu där vid mot ska skulle kommer ut får finns vara hade
    alla andra mycket än här då sedan över bara blir upp mellan även man två
    """
  ),
  (
    "no", .latin,
    """
    og i det på som er en til å av for at med de har han ikke den om et var men jeg seg fra vi så kan
    når år sier også etter eller nå der ved mot skal ville kommer ut får være hadde alle andre mye enn
    her da over bare blir opp mellom hun noe noen dette sin ble hvor må mer selv
    """
  ),
  (
    "da", .latin,
    """
    og i det på som er en til at af for med de har han ikke den om et var men jeg sig fra vi så kan
    når år siger også efter eller nu der ved mod skal ville kommer ud får være havde alle andre meget
    end her da over kun bliver op mellem hun noget nogle dette sin blev hvor må mere selv af
    """
  ),
  (
    "is", .latin,
    """
    og að í á sem er til við um af með en það ekki var hann fyrir þá þeir hún hafa því verið frá eru
    segir þetta eftir ég hefur þess þessi eða svo þegar upp út ár hans
    """
  ),
  (
    "fi", .latin,
    """
    ja on ei oli että hän se ovat myös mutta kun sen joka mukaan kuin niin ole sekä olla tai jo jos
    vain vielä noin ovat mitä jotka kertoo sanoo nyt voi siitä hänen suomen joten koska vuoden ennen
    eikä olisi olevat ollut tämä sitä kaikki vuonna jossa vuotta minä me he
    """
  ),
  (
    "et", .latin,
    """
    ja on ei et see oli ka kui mis aga ta oma kes või seda siis ning selle nii välja kuid olla üle veel
    nad mida ma üks pärast pole tema eesti kus sest juba peab saab kes mille eest poolt aasta
    """
  ),
  (
    "lv", .latin,
    """
    un ir ar no par uz kas ka bija lai arī tiek tika pēc vai bet gada to viņš savu kā tas ja pie vēl
    tikai nav latvijas līdz kad šo tā būs gan gadā jau viņa saka kuru
    """
  ),
  (
    "lt", .latin,
    """
    ir kad į iš su yra tai bei buvo apie kaip bet taip jis dėl nuo po už kurie jų metų pagal tik jau
    savo jo turi kas ne lietuvos bus gali šį dar per dabar ji prie
    """
  ),
  (
    "pl", .latin,
    """
    w i na z do się nie to że jest o jak po od za przez dla są ale tym był oraz tak co jego czy tego
    może ich ma już przy roku także tylko który która które będzie ze by być było była jej bardzo
    pod przed więc nad lub jednak lat kiedy tej
    """
  ),
  (
    "cs", .latin,
    """
    a v se na je že s z o do i to ve pro za k by ale si jako po podle od jsou které který která bude
    byl při tak jeho už jen také nebo není ze byla bylo může před své aby jsem až co když jak však
    mezi proti než roku let řekl uvedl
    """
  ),
  (
    "sk", .latin,
    """
    a v sa na je že s z o do aj to vo pre za k by ale si ako po podľa od sú ktoré ktorý ktorá bude bol
    pri tak jeho už len tiež alebo nie zo bola bolo môže pred svoje aby som až čo keď však medzi proti
    než roku rokov povedal uviedol
    """
  ),
  (
    "sl", .latin,
    """
    in je v na da za se so ki pa z ne bi po tudi s kot še ali bo pri od iz bil o do kar le je že jih
    bila bilo zaradi med ker pred leta svoje lahko ter ni ga smo
    """
  ),
  (
    "hr", .latin,
    """
    i je u na da se za su od s a što koji ne o kako to iz koje će bi po kao ili nije te ali do samo
    biti bio već još sve prema nakon tako koja rekao godine zbog bila sam što kada između
    """
  ),
  (
    "hu", .latin,
    """
    a az és hogy nem is egy meg ezt csak de volt el mint már ez még kell azt vagy szerint pedig lehet
    ki van ha után amely között minden ami akkor most sem nagyon aki így mert mondta magyar fel
    """
  ),
  (
    "ro", .latin,
    """
    de și a în la cu pe din că o un este pentru care au nu mai s al fi fost ai se sa va prin după sau
    ca dar această fost lui lor ce acest între când sunt fiind acestea îi dintre despre despre până
    aceasta lei foarte şi spus
    """
  ),
  (
    "sq", .latin,
    """
    të e në dhe se i një për me nga që është u ka më si do janë nuk ishte kjo ky por edhe kanë pas
    duke sipas tij tyre mund deri ndaj kur shqipërisë këtë gjithë
    """
  ),
  (
    "tr", .latin,
    """
    ve bir bu da de için ile olarak çok olan daha ne gibi kadar sonra o var en ama olduğunu dedi her
    göre değil yeni ise mi mı nin diye türkiye olduğu ancak büyük iki önce tarafından üzere şu ya
    kendi bin içinde
    """
  ),
  (
    "az", .latin,
    """
    və bir bu də üçün ilə olan edib ki azərbaycan daha o deyib görə onun olub var çox sonra olaraq
    bildirib tərəfindən edilib həmin etmək hər belə kimi isə il
    """
  ),
  (
    "id", .latin,
    """
    yang dan di untuk dengan dari ini dalam tidak akan pada itu ke juga ada karena oleh tersebut
    sebagai bisa telah kata saat adalah para mereka lebih sudah dia orang kami seperti setelah atau
    bahwa harus tahun masih hanya menjadi
    """
  ),
  (
    "ms", .latin,
    """
    yang dan di untuk dengan dari ini dalam tidak akan pada itu ke turut ada kerana oleh tersebut
    sebagai boleh telah kata ketika adalah para mereka lebih sudah beliau orang kami seperti selepas
    atau bahawa perlu tahun masih hanya menjadi katanya
    """
  ),
  (
    "tl", .latin,
    """
    ang ng sa na mga at ay ni si para hindi kay ito may nang siya niya kung mula pero ayon din rin ko
    ako sila naman lang dahil isang nito pa daw mayroon
    """
  ),
  (
    "vi", .latin,
    """
    và của là các có được trong cho không với một người những này đã khi để từ đến ông về như ra cũng
    tại theo năm nhiều vào đó phải hơn trên sẽ nhưng sau bị việc bà
    """
  ),
  (
    "eo", .latin,
    """
    la de kaj en estas al ne por ke kun li sed pri estis oni kiu por el pli tiu ĝi ili kiel ankaŭ ĉi
    kiuj mi ĉe per nun sur jam tamen ĉar dum post laŭ aŭ unu vi ni se tio kio tre
    """
  ),
  (
    "sw", .latin,
    """
    ya na wa kwa katika ni la za cha kuwa hii hiyo baada watu yake wake alisema lakini pia kama huo
    hayo yao ambao ambayo mwaka huyo nchini sana zaidi hata rais serikali siku wao bado mmoja kutoka
    moja hivyo vya mtu si kila huku hilo amesema
    """
  ),
  (
    "ha", .latin,
    """
    da a na ya ta ba ce ne wannan cewa su shi ta an kuma ga sun yi mai domin amma wani wata ko ake daga
    cikin kasar shugaban mutane ake kan za masu ba zai fadi yana sai har wajen lokacin ciki zuwa
    shekara saboda ana jihar suka
    """
  ),
  (
    "yo", .latin,
    """
    ni ti ati awon si o n fun lo pe won ó wọn tí àwọn ní ló náà sì fún pé bí kan láti wá nínú yìí jẹ́
    ṣe gbogbo orílẹ̀ èdè lọ sí kí rẹ̀ ọ̀rọ̀ ni naa ilu ijọba òun mo kò yii oun ọjọ eniyan
    """
  ),
  (
    "ig", .latin,
    """
    na nke ndị bụ ya ka n maka ahụ ọ dị ha onye o ga mere e si aka kwuru naijiria ihe a anyị mgbe obodo
    ọzọ niile site ọtụtụ so gọọmentị nwere ị bu nwa afọ
    """
  ),
  (
    "so", .latin,
    """
    oo ka iyo ah ku ee in ay la waxaa uu soo si waa ayaa aan kale sheegay inuu inay dalka isku loo laga
    wax waxa lagu kuwa markii xilli ahaa jira magaalada dadka kaas muqdisho u ugu mid wuxuu madaxweynaha
    """
  ),
  (
    "om", .latin,
    """
    fi kan akka keessa irra hin irratti waan ta isaa jedhu jira kun jechuun kana nama booda itti isaan
    yeroo hunda garuu biyya mootummaa oromiyaa ni ture kanaaf keessatti ammoo bara gara ala dubbatan
    haa sababa jiran nu namoota miti
    """
  ),
  (
    "rn", .latin,
    """
    mu na ko y n ku uno mwaka ni iyo ryo abantu igihugu muri ivyo bari kandi ibi rero abo wa kuri
    yavuze c kugira uwo mu vy ngo uyu w b canke aho bose mukuru leta bo ubwo hamwe naho nk burundi
    ukuba z inyuma umwe atari kubera
    """
  ),
  (
    "rw", .latin,
    """
    mu na ko y n ku uyu mwaka ni iyi abantu igihugu muri ibyo bari kandi iki ariko cyangwa wa kuri
    yavuze kugira ngo uwo by rwanda avuga bya cy kuko nyuma aho bose leta ubwo hamwe naho nk umuntu
    """
  ),
  (
    "sn", .latin,
    """
    uye kuti pa iri izvi zvakare vanhu asi kana va ne ari iyi kubva nekuti ava ndi muzimbabwe mu zvino
    avo munyika panguva apo makore vari ndiyo sezvo izvo zviri nyaya aive kune vakati nyika aka ino
    richiti achiti ichi nhasi
    """
  ),
  (
    "zu", .latin,
    """
    ukuthi futhi uma ngoba kodwa kanye abantu kwi lokhu ngesikhathi noma yilokhu kuthiwa lapho uthe
    izwe lo owayengu nge manje kusukela emuva kwezi inkosi ethi le kakhulu wathi ngo unyaka
    """
  ),
  (
    "xh", .latin,
    """
    ukuba kwaye xa kuba kodwa kunye abantu okanye uthi le loo lo kwakhona kule ngoku apho ngelixa
    njengoko nto umntu eli oku ke wathi emva ithi kakhulu ngexesha lowe kubo ixesha ukuze phantsi
    """
  ),
  (
    "lg", .latin,
    """
    mu nti ku era ne okuva nga bwe ba n ng kubanga abantu omu nnyo y okulaba ate oba naye kuba eggwanga
    mukazi bonna gavumenti kino ono omusajja yagambye uganda ku lwa eno ab awo bagamba wa okukola
    emyaka buli olw bino agamba ekibuga wabula tu z
    """
  ),
  (
    "ln", .latin,
    """
    na ya ya mpe ete ba po wana yango oyo te kasi mboka bato nde mobu lokola ezali biso azali nsima na
    liboso kati mpo ntango bango ekolo mokonzi ye lelo moko mingi bana nyonso kongo kinshasa azalaki
    alobi nini kino ezalaki
    """
  ),
  (
    "pcm", .latin,
    """
    dey wey di na for dem to say don pipo dis im wetin wit of go and fit e no one tok as sey go tori
    goment kontri be im dia who never sabi still wia pesin sey gats afta dat becos am una come make
    wan oda
    """
  ),
  (
    "af", .latin,
    """
    die van en in is het dat wat vir met nie op te aan om sy n ook was as sal hy maar by kan uit word
    tot hulle nog deur ek haar sê na oor baie onder teen wees ons jaar hierdie toe moet volgens
    """
  ),
  (
    "cy", .latin,
    """
    y yn i a o ar yr mae ei am wedi bod eu ond gan fod oedd nad hyn sydd ni er hefyd fel dywedodd bydd
    neu mwy roedd gyda nid at blynyddoedd dros
    """
  ),
  (
    "ga", .latin,
    """
    an na agus a i ar go is le ag bhí atá tá do de sin gur ach an sé níl bhfuil siad seo leis aon
    chun dúirt ó mar nach raibh faoi
    """
  ),
  (
    "eu", .latin,
    """
    eta da du ez ere dute dira zuen bat egin izan dela zen baina esan duen hori dituzte horrek beste
    batean den egun duela izango behar euskal arte urte
    """
  ),
  (
    "ru", .cyrillic,
    """
    и в не на что он с по как это из его к но у от за о для так же было был все года также до или она
    они бы мы был только уже при сообщает может после их чтобы том лет
    """
  ),
  (
    "uk", .cyrillic,
    """
    і в не на що він з як це із його до але у від за про для так та було був усі року також або вона
    вони би ми тільки вже при може після їх щоб й є які який цього під
    """
  ),
  (
    "bg", .cyrillic,
    """
    и в на да се не за от с по е са че като това ще до при но а той му си още след бе има които който
    която след така само може година съобщи според обаче вече между през със във към
    """
  ),
  (
    "sr", .cyrillic,
    """
    и је у на да се за су од са а што који не о како то из које ће би по као или није те али до само
    бити био већ још све према након тако која рекао године због била када између
    """
  ),
  (
    "mk", .cyrillic,
    """
    и во на да се не за од со по е дека како што ќе до при но а тој му си уште по има кои кој која така
    само може година изјави според меѓу ги го ја ова беше
    """
  ),
  (
    "hi", .devanagari,
    """
    के में की है और से को का ने पर हैं कि यह इस नहीं लिए कहा भी एक हो था किया साथ गया कर अपने थे बाद तो रहे
    """
  ),
  (
    "mr", .devanagari,
    """
    आहे आणि या ते होते नाही केले म्हणून असे आहेत तर हे ही केली तो झाली की त्या सांगितले त्यांनी मध्ये
    """
  ),
  (
    "ne", .devanagari,
    """
    र छ छन् हो भएको पनि यो गरेको लागि भने तर गर्न नेपाल थियो गरेका उनले बताए भन्दै भएका को मा ले
    """
  ),
  (
    "am", .ethiopic,
    """
    ነው እና ላይ ግን ውስጥ ወደ ጋር ይህ እንደ ነበር ናቸው በኋላ ነገር ዓመት ያለው መካከል ደግሞ ሲሆን እንዲሁም ማለት ይህን ብቻ ስለ ሰዎች
    ከ አቶ ገልጸዋል አገር ጊዜ ምክንያት
    """
  ),
  (
    "ti", .ethiopic,
    """
    እዩ እቲ ኣብ እቶም ናይ ድማ ከም ምስ ነቲ ካብ እታ ዝብል ነይሩ እውን ግን ኣሎ ናብ ብዙሕ ዓመት እንተኾነ ኢሉ ስለዝኾነ ኣይኮነን እዚ ህዝቢ
    ሰባት ኣለዉ ድሕሪ ግዜ
    """
  ),
]
