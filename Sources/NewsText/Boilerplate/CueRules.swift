import NewsModel

extension CueRule {
  /// All rules on words. Earlier ones name the kind where several hold.
  static let all =
    corrections + editorsNotes + credits + copyrights + republishing + newsletters + appeals
    + shares + related + about + biographies + advertising + furniture
}

extension CueRule {
  private static let newsletters = [
    CueRule(
      "newsletter-signup", .newsletter, .anywhere, upTo: 70,
      """
      sign up for our newsletter|sign up to our newsletter|sign up for the newsletter|sign up here to
      |sign up for our free|sign up to our free|sign up for our daily|sign up to our daily
      |sign up for our weekly|sign up to our weekly|subscribe to our newsletter
      |subscribe to the newsletter|subscribe to our free|subscribe to our daily
      |subscribe to our weekly|our daily newsletter|our weekly newsletter|our free newsletter
      |our email newsletter|our newsletters|free weekly newsletter|free daily newsletter
      |newsletter sign up|newsletter signup|sign up for newsletters|get our newsletter
      |delivered to your inbox|delivered straight to your inbox|delivered directly to your inbox
      |in your inbox|straight to your inbox|to your inbox|into your inbox|enter your email
      |your email address|thanks for signing up|thank you for signing up|sign up now|sign up today
      |newsletter promotion|get the latest insights|join our mailing list|subscribe for free
      |unsubscribe at any time|opt out at any time|subscribe to our podcast
      |subscribe to the podcast|download our app|download the app|follow us on whatsapp
      |our whatsapp channel|our telegram channel|join our whatsapp|join our telegram
      |push notifications|breaking news alerts|get breaking news|email alerts|get news alerts
      """),
    CueRule(
      "newsletter-name", .newsletter, .start, upTo: 40,
      """
      newsletter|new newsletter|sign up to|sign up for|sign up|subscribe to|subscribe now
      |get the newsletter|daily newsletter|weekly newsletter|get our|join our|email newsletter
      |want more stories like this|want more news like this|want to get|never miss a story
      |stay up to date|stay informed|get the latest news|get the day s|get notified|don t miss out
      """),
    CueRule("newsletter-named", .newsletter, .anywhere, upTo: 12, "newsletter|newsletters"),
    CueRule(
      "newsletter-word", .newsletter, .anywhere, upTo: 30, hint: true,
      """
      newsletter|newsletters|inbox|podcast|podcasts|whatsapp|telegram|app store|google play|sign up
      |subscribe|email|e mail|рассылка|рассылку|ενημερωτικό δελτίο|biuletyn|nieuwsbrief|rss
      """),
    CueRule(
      "newsletter-abroad", .newsletter, .anywhere, upTo: 60,
      """
      newsletter abonnieren|newsletter anmelden|unseren newsletter|unserem newsletter
      |unser newsletter|newsletter bestellen|jetzt abonnieren|zum newsletter|per e mail erhalten
      |kostenlos anmelden|whatsapp kanal|unsere app|abonnez vous|s abonner|inscrivez vous
      |recevez chaque|notre newsletter|nos newsletters|je m inscris|chaîne whatsapp|notre application
      |suscríbete|suscríbase|suscribirse|nuestro boletín|nuestra newsletter|apúntate a
      |canal de whatsapp|canal de telegram|iscriviti|nostra newsletter|alla newsletter
      |canale whatsapp|canale telegram|abbonati|assine a|assine nossa|nossa newsletter
      |receba as notícias|receba notícias|canal do whatsapp|schrijf je in|onze nieuwsbrief
      |meld je aan|nieuwsbrief|подпишитесь на|подписывайтесь на|подписаться на
      |читайте нас в|наш telegram|наш телеграм|телеграм канал|telegram канал|нашу рассылку
      |εγγραφείτε στο|εγγραφή στο newsletter|το newsletter μας|ακολουθήστε μας
      |ακολουθήστε το|zapisz się|zapisz się do|naszego newslettera|zasubskrybuj|订阅|关注我们|关注微信
      |微信公众号|扫描二维码|下载客户端|prenumerera på|vårt nyhetsbrev|nyhetsbrev|nyhedsbrev|tilaa uutiskirje
      |haber bültenimize|bültenimize|odebírejte|підписуйтесь на|підпишіться на
      """),
  ]

  private static let credits = [
    CueRule(
      "credit", .credit, .start, upTo: 60,
      """
      reporting by|additional reporting by|additional reporting|editing by|writing by|compiled by
      |edited by|reported by|report by|with reporting by|with reporting from|photo by|photos by
      |photography by|photograph by|photo credit|photo courtesy|image credit|image by|image courtesy
      |images by|picture by|pictures by|illustration by|video by|graphic by|graphics by|image via
      |photo via|credit|credits|source|translated by|produced by|translation by|media credit
      |bericht von|foto|fotos|quelle|quellen|bild|crédit photo|crédits photo|crédit|photo afp|fuente
      |foto de|fotografía|fotos de|fonte|foto di|crédito|bron|beeld|фото|источник|текст
      |φωτογραφία|φωτο|πηγή|źródło|fot|zdjęcie|来源|图片来源|图|责任编辑|编辑|记者|责编|kilde|källa|zdroj
      """),
    CueRule(
      "contributed", .credit, .anywhere, upTo: 45,
      """
      contributed to this report|contributed to this story|contributed to this article
      |contributed reporting|contributed research|contributed from|reporting by|editing by
      |additional reporting by|reported from|the associated press contributed
      |reuters contributed|afp contributed|with files from|with information from
      |originally appeared in|originally appeared on
      |was originally published|was first published|originally published by
      |this article was published|this story was produced|this story was originally
      |mit material von|mit material der|à contribué à cet article|a contribué à cet article
      |avec afp|avec reuters|con información de|com informações da|com informações do|riproduzione
      """),
    CueRule(
      "picture-agency", .furniture, .anywhere, upTo: 45, hint: true,
      """
      getty images|getty|afp|reuters|associated press|ap photo|shutterstock|istock|imago|dpa
      |picture alliance|file photo|photo|image|via ap|via reuters|wikimedia commons|unsplash|pa wire
      |epa|efe|ansa|archivfoto|archivo|archives|archivio|symbolbild|screenshot|courtesy of|courtesy
      |alamy|pixabay|flickr|instagram|tass|тасс|риа новости|риа|pap|ape|αθηνα|eurokinissi|新华社|资料图
      """),
  ]

  private static let copyrights = [
    CueRule(
      "copyright", .copyright, .anywhere, upTo: 160,
      """
      all rights reserved|rights reserved|alle rechte vorbehalten|tous droits réservés
      |todos los derechos reservados|tutti i diritti riservati|riproduzione riservata
      |todos os direitos reservados|alle rechten voorbehouden|все права защищены|все права на
      |με επιφύλαξη παντός δικαιώματος|πνευματικά δικαιώματα|wszelkie prawa zastrzeżone
      |wszystkie prawa zastrzeżone|prawa zastrzeżone|版权所有|all rechte|tüm hakları saklıdır
      |všechna práva vyhrazena|may not be published broadcast|may not be reproduced
      |may not be copied|may be reproduced without|without permission|without written permission
      |without the express|without prior written|reproduction interdite|terms of use
      |terms of service|terms and conditions|privacy policy|nutzungsbedingungen|datenschutzerklärung
      |mentions légales|aviso legal|termos de uso|пользовательское соглашение|политика конфиденциальности
      """),
    CueRule(
      "copyright-start", .copyright, .start, upTo: 60,
      "copyright|c 0|0 copyright|авторские права"),
  ]

  private static let republishing = [
    CueRule(
      "republish", .republish, .anywhere, upTo: 90,
      """
      republishing this|republish this|republish our|republish it|republish the|to republish
      |reuse this content|syndication rights|for syndication|licensing this|license this content
      |creative commons license|creative commons licence|under a creative commons
      |under creative commons|cc by|reprints and permissions|order reprints|request reprint
      |purchase licensing rights|licensing rights|rights and permissions|permission to reproduce
      |reprinted with permission|republished with permission|reprinted from|republished from
      |is republished|при цитировании|при использовании материалов|использование материалов сайта
      |перепечатка материалов|при перепечатке|копирование материалов|гиперссылка на
      |αναδημοσίευση|αναπαραγωγή|kopiowanie|przedruk|转载请注明|未经授权|转载|nachdruck verboten
      """)
  ]

  private static let corrections = [
    CueRule(
      "correction", .correction, .start, upTo: 90,
      """
      correction|corrections|clarification|this article has been corrected
      |this story has been corrected|an earlier version of this|a previous version of this
      |this story has been updated|this article has been updated|this story was updated
      |this article was updated|this article was amended|this article was corrected
      |this post has been updated|this version corrects|update this story|korrektur|berichtigung
      |rectificatif|corrección|correzione|correção|rectificatie|исправление|поправка|sprostowanie
      """),
    CueRule(
      "correction-inside", .correction, .anywhere, upTo: 70,
      """
      earlier version of this article|earlier version of this story|previous version of this article
      |previous version of this story|has been corrected to|has been updated to include
      |story has been updated|article has been updated|article was amended on|was amended on
      |updated to include|updated to reflect|updated to correct|in einer früheren version
      |une version précédente|una versión anterior
      """),
  ]

  private static let editorsNotes = [
    CueRule(
      "editors-note", .editorsNote, .start, upTo: 120,
      """
      editor s note|editors note|editors notes|ed note|note to readers|publisher s note
      |author s note|note from the editor|anmerkung der redaktion|anm d red|hinweis der redaktion
      |note de la rédaction|ndlr|nota del editor|nota de la redacción|nota della redazione
      |nota da redação|noot van de redactie|от редакции|примечание редакции|od redakcji
      |σημείωση της σύνταξης|编者按|编者注
      """)
  ]

  private static let shares = [
    CueRule(
      "share", .share, .whole, upTo: 12,
      """
      share|share this|share this article|share this story|share this post|share on facebook
      |share on twitter|share on x|share via email|share on linkedin|share on whatsapp|share article
      |share with friends|tweet|tweet this|email this|email|print|print this|print article|print page
      |print this article|save|save article|save this|save for later|comments|comment|0 comments
      |0 comment|view comments|leave a comment|post a comment|add a comment|add comment|join the
      conversation|show comments|read comments|see comments|copy link|link copied|follow|follow us
      |facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|telegram|instagram|messenger|youtube
      |flipboard|tumblr|like|likes|like this|bookmark|gift this article|listen|listen to this article
      |listen to article|facebook twitter|facebook twitter email|facebook twitter linkedin|0 shares
      |0 share|shares|teilen|drucken|kommentare|kommentar|0 kommentare|merken|artikel teilen
      |artikel drucken|artikel merken|kommentieren|vorlesen|anhören|partager|partagez|imprimer
      |commentaires|0 commentaires|commenter|réagir|envoyer|sauvegarder|compartir|imprimir|guardar
      |comentarios|0 comentarios|comentar|condividi|stampa|commenti|0 commenti|commenta|salva
      |partilhar|compartilhar|compartilhe|comentários|delen|deel|deel dit artikel|reacties|reageer
      |поделиться|распечатать|комментарии|комментировать|версия для печати|отправить другу
      |оставить комментарий|κοινοποίηση|εκτύπωση|σχόλια|μοιραστείτε|αποστολή|udostępnij|drukuj|komentarze
      |skomentuj|wyślij|podziel się|wydrukuj|分享|打印|评论|收藏|点赞|分享到|字号|dela|del|jaa|paylaş|sdílet|tisk
      """),
    CueRule(
      "share-start", .share, .start, upTo: 16,
      """
      share this|share on|share via|share to|click to share|click here to share|follow us on
      |follow us|follow him on|follow her on|follow me on|like us on|find us on|connect with us
      |join the conversation|have your say|let us know|tell us what|comments are
      |have something to say|write to us|contact us|get in touch|email us|do you have a story
      |have a story|got a story|have a tip|got a tip|send us|artikel teilen|auf facebook|auf twitter
      |schreiben sie|diskutieren sie|partager sur|suivez nous|síguenos|sigue a|sigue toda|seguici
      |segui|siga o|siga a|volg ons|делитесь|обсудить|ακολουθήστε|śledź nas|dołącz do|polub
      """),
    CueRule(
      "share-word", .share, .anywhere, upTo: 14, hint: true,
      """
      facebook|twitter|linkedin|whatsapp|reddit|share|shares|comments|print|teilen|drucken|partager
      |compartir|condividi|compartilhar|delen|поделиться|печати|комментарии|εκτύπωση|σχόλια|σχόλιο
      |drukuj|komentarze|wyślij|分享|评论|打印
      """),
  ]

  private static let relatedWords = """
    recommended|trending|themen|verwandte|relacionado|relacionados|σχετικά|περισσότερα|więcej
    |powiązane|najnowsze|更多|热门|topics|topic|keywords|categories|category|temas|sujets|argomenti
    """

  private static let related = [
    CueRule(
      "related", .related, .start, upTo: 40,
      """
      read more|read also|also read|read next|read this next|read the full|read full|related
      |see also|more on this|more from|more about|more stories|more news|more like this
      |you may also like|you might also like|recommended for you|recommended reading|don t miss
      |must read|most read|most popular|most viewed|trending now|editors picks|editor s picks
      |top stories|latest stories|latest news|related articles|related stories|related news
      |related content|related topics|explore more|up next|next article|previous article|next post
      |previous post|in case you missed|keep reading|continue reading|click here|click here to read
      |go deeper|further reading|for more on|for more information|for more stories|for more news
      |learn more|find out more|see more|view more|show more|load more|watch also|watch more
      |what to read next|what you need to know|our coverage|full coverage
      |explore more on these topics|lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu
      |mehr zum thema|mehr dazu|mehr lesen|zum thema|auch interessant|das könnte sie auch
      |weitere artikel|weitere informationen|weiterlesen|mehr von|mehr aus|meistgelesen
      |aktuelle nachrichten|schlagwörter|relevante themen|à lire aussi|à lire|lire aussi
      |lire la suite|voir aussi|à voir aussi|à découvrir|sur le même sujet|sur le même thème
      |pour aller plus loin|les plus lus|plus sur|lea también|lee también|leer más|lee más
      |te puede interesar|también te puede|más información|más noticias|noticias relacionadas
      |ver más|leggi anche|leggi di più|leggi tutto|per approfondire|ti potrebbe interessare
      |articoli correlati|potrebbe interessarti|leia também|leia mais|veja também|saiba mais
      |ver mais|notícias relacionadas|lees ook|lees meer|lees verder|meer over|meer nieuws
      |bekijk ook|читайте также|читать далее|читать также|по теме|материалы по теме|ссылки по теме
      |смотрите также|подробнее|ранее по теме|другие новости|последние новости|новости по теме
      |еще по теме|διαβάστε επίσης|διαβάστε ακόμα|διαβάστε περισσότερα|διαβάστε|δείτε επίσης
      |δείτε ακόμα|σχετικά άρθρα|τελευταία νέα|czytaj też|czytaj także|czytaj więcej|czytaj dalej
      |przeczytaj także|przeczytaj|zobacz też|zobacz także|zobacz również|zobacz więcej|polecamy
      |więcej na temat|najczęściej czytane|ostatnie wiadomości|相关新闻|相关阅读|相关报道|相关链接|延伸阅读|阅读更多|推荐阅读
      |läs också|läs mer|läs även|les også|les mer|læs også|lue myös|lue lisää|přečtěte si
      |čtěte také|čtěte|ayrıca okuyun|читайте ще|читайте також|관련기사|関連記事|tags|tag|filed under
      |posted in|etiquetas|mots clés|tagi|теги|ετικέτες|标签|关键词|etiketter|schlagworte|stichwörter
      |trefwoorden
      """),
    // Single words that also begin sentences: alone they head a list.
    CueRule("related-heading", .related, .whole, upTo: 3, relatedWords),
    CueRule("related-word", .related, .start, upTo: 40, hint: true, relatedWords),
    CueRule(
      "related-inside", .related, .anywhere, upTo: 30, hint: true,
      """
      read our|read more|read also|also read|see also|click here|full story|more stories|full coverage|view all
      |see all|read the|watch|video|gallery|slideshow|photos|in pictures|in pics|mehr|öffnet im neuen
      |lire|lea|leggi|leia|lees|читать|διαβάστε|czytaj|zobacz|więcej|дальше|подробнее
      """),
  ]

  private static let about = [
    CueRule(
      "about", .about, .anywhere, upTo: 110,
      """
      independent and unrivalled|delivers independent|is a nonprofit newsroom|is a nonprofit news
      |is a non profit news|is an independent nonprofit|is an independent news|is a nonpartisan
      |nonprofit news organization|independent journalism|is published by|is a weekly newspaper
      |is a daily newspaper|is a digital news|is a news website|is a registered
      |is an editorially independent|learn more about us|more about us|our editorial standards
      |our editorial guidelines|about this site|our mission|our journalism|our newsroom|our reporting
      |die redaktion ist|ist ein angebot|est un média indépendant|es un medio independiente
      |è una testata|testata giornalistica registrata|é um veículo|is een onafhankelijk
      |сетевое издание|средство массовой информации|свидетельство о регистрации|зарегистрировано федеральной
      |учредитель|редакция не несет|the views expressed|views expressed in this
      |opinions expressed|do not necessarily reflect|does not necessarily reflect|are the author s own
      |are those of the author|not reflect the views
      """),
    CueRule(
      "about-start", .about, .start, upTo: 60,
      """
      about us|about the author|about this|who we are|über uns|à propos de|sobre nosotros|chi siamo
      |quem somos|over ons|о нас|о проекте|o nas|关于我们|contact|kontakt|impressum|redaktion|editorial
      |powered by|published by
      """),
  ]

  private static let biographies = [
    CueRule(
      "bio", .bio, .anywhere, upTo: 90,
      """
      is a staff writer|is a reporter for|is a reporter at|is a reporter covering|is a writer for
      |is a freelance|is a columnist for|is a columnist at|is a journalist|is an editor at
      |is a senior editor|is an associate editor|is the editor of|is a senior reporter|is a senior
      writer|is a correspondent|is a senior correspondent|is a contributing|is a contributor|is a
      journalist based|is a writer based|is a multimedia journalist|is a breaking news|is the news
      editor|covers politics|covers the|can be reached at|reach him at|reach her at|reach them at
      |contact the author|follow him on|follow her on|follow them on|on twitter at|on x at|is the
      author of|writes about|is a professor of|is a fellow at|is a senior fellow|is an op ed
      |has written for|has covered|previously worked|ist redakteur|ist redakteurin
      |ist freier|ist korrespondent|arbeitet als|est journaliste|est correspondant|es periodista
      |es redactor|periodista|è giornalista|è una giornalista|é jornalista|is redacteur
      """),
    CueRule(
      "byline", .credit, .start, upTo: 14,
      """
      by|written by|posted by|published by|reported by|story by|words by|from our|von|par|por|di|door
      |автор|от|autor|autorin|auteur|author|text|текст|του|της|από|opracował|oprac|napisał|av
      |af|作者|记者|文|staff|staff writer|staff writers|staff reporter
      """),
  ].map { rule in
    // "By" and a name also open sentences; "covers the" also describes insurances.
    CueRule(rule.name, rule.kind, rule.place, upTo: rule.maxWords, hint: true, rule.phrases)
  }

  private static let appeals = [
    CueRule(
      "appeal", .appeal, .anywhere, upTo: 120,
      """
      support our journalism|support independent journalism|support our work|support us|make a donation
      |donate now|donate today|please donate|please consider|consider donating|consider supporting
      |become a member|become a supporter|become a subscriber|become a patron|tax deductible
      |subscribe today|subscribe to read|subscribers only|for subscribers|already a subscriber
      |already subscribed|already have an account|log in to|sign in to|to continue reading
      |to read the full|to keep reading|start your free trial|free trial|premium content|cancel anytime
      |your support|reader supported|gift articles|gift article|exclusive to subscribers
      |unterstützen sie|jetzt spenden|nur für abonnenten|mit einem abo|weiterlesen mit|jetzt testen
      |bereits abonnent|soutenez|faites un don|réservé aux abonnés|article réservé|déjà abonné
      |hazte socio|apóyanos|apoya el|solo para suscriptores|sostieni|sostienici|sostenere il
      |riservato agli abbonati|apoie o|apoie|exclusivo para assinantes|steun ons|alleen voor abonnees
      |поддержите|поддержать нас|оформить подписку|στηρίξτε|wesprzyj|wspieraj|支持我们
      """)
  ]

  private static let advertising = [
    CueRule(
      "advertisement", .advertising, .whole, upTo: 10,
      """
      advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|paid content
      |promoted content|promoted|partner content|story continues below|story continues below
      advertisement|article continues below|article continues below advertisement
      |article continues after advertisement|story continues after advertisement
      |continue reading below|scroll to continue|scroll down to continue|skip advertisement
      |skip ad|ad feedback|remove ads|report this ad|advertisement 0|advertise with us
      |advertisement scroll to continue|anzeige|werbung|advertorial|weiter nach der anzeige|publicité
      |annonce|annonces|la suite après cette publicité|publicidad|anuncio|anuncios|pubblicità
      |annuncio pubblicitario|publicidade|continua após a publicidade|reclame|advertentie|реклама
      |на правах рекламы|διαφήμιση|reklama|dalsza część artykułu pod reklamą|广告|annons|reklame
      |mainos|reklam|inzerce|sponsored by|partnerangebote|from our partners|reklám
      """),
    CueRule(
      "disclosure", .advertising, .anywhere, upTo: 120,
      """
      affiliate commission|affiliate links|affiliate link|earn a commission|earn commission
      |may receive a commission|may receive compensation|may earn a|this post contains
      |sponsored by|paid for by|brand partner|investment advice|not intended as financial advice
      |trading recommendation|affiliate partner|als affiliate|provision vom händler|lien affilié
      |enlaces de afiliado|this is a sponsored|presented by|story continues below|ads by
      |use of cookies|uses cookies|we use cookies|cookie policy|accept cookies|javascript
      |your browser|adblocker|ad blocker|cookies akzeptieren|verwendet cookies|utilise des cookies
      |файлы cookie|χρησιμοποιεί cookies|pliki cookies|plików cookies
      """),
  ]

  private static let furniture = [
    CueRule(
      "video", .furniture, .whole, upTo: 12,
      """
      video|watch|watch live|live|watch video|watch now|play|play video|photo gallery|gallery|photos
      |image|caption|hide caption|toggle caption|enlarge this image|close|menu|search|skip to content
      |skip to main content|back to top|top|home|share this video|autoplay|subtitles|view gallery
      |view full image|view image in fullscreen|click to enlarge|show all|view all|see all|show caption
      |loading|log in|login|sign in|register|subscribe|advanced search|watch the video below|continue
      |next|previous|more|listen now|transcript|open image modal|zum video|video ansehen|bilder
      |bildergalerie|anmelden|zur startseite|startseite|mehr|suche|vidéo|photos|accueil|vídeo|ver vídeo
      |inicio|guarda il video|foto|galleria|видео|главная|поиск|вход|регистрация|αρχική|αναζήτηση|βίντεο
      |strona główna|szukaj|zaloguj|zaloguj się|wideo|zdjęcia|首页|视频|返回顶部|正文|updated|breaking news
      """),
    CueRule(
      "time-stamp", .furniture, .start, upTo: 18,
      """
      published|published on|published at|last updated|last modified|updated|updated on|updated at
      |posted|posted on|posted at|first published|date|publication date|publish date|created
      |last update|modified|veröffentlicht|aktualisiert|stand|erstellt|zuletzt aktualisiert|publié
      |publié le|mis à jour|mise à jour|modifié|publicado|actualizado|pubblicato|aggiornato|atualizado
      |gepubliceerd|laatst bijgewerkt|bijgewerkt|опубликовано|обновлено|дата публикации|время публикации
      |последнее обновление|δημοσίευση|δημοσιεύτηκε|δημοσιεύθηκε|ενημέρωση|τελευταία ενημέρωση
      |opublikowano|data publikacji|dodano|aktualizacja|zaktualizowano|发布时间|发表时间|更新时间|时间
      |publicerad|uppdaterad|publisert|oppdatert|publiceret|opdateret|julkaistu|päivitetty|yayınlanma
      """),
    CueRule(
      "caption", .furniture, .anywhere, upTo: 60, hint: true,
      """
      min read|minute read|minutes read|minutes ago|hours ago|hour ago|days ago|day ago|file photo
      |pictured|is pictured|is seen|are seen|poses|pose for|speaks during|arrives at|attends|attend
      |looks on|left|right|center|centre|top left|in this photo|in this file|in this image
      |lesezeit|min lesezeit|min de lecture|min de lectura|minuti di lettura|vor 0 stunden|il y a
      """),
  ]
}
