extension LanguagePack {
  /// Chinese in both scripts, for direct quotes.
  static let chinese = LanguagePack(
    tag: "zh",
    words: [
      (
        .saying,
        """
        说 說 表示 称 稱 指出 认为 認為 强调 強調 写道 寫道 告诉 告訴 问道 問道 问 問 回答 答道 宣布 透露 介绍 介紹 解释
        解釋 补充 補充 坦言 回应 回應 说道 說道 喊道 直言 提到 声称 聲稱 呼吁 呼籲 警告 承认 承認 否认 否認 批评 批評 表明
        反问 感叹 感嘆 笑说 透漏 谈到 談到 发文 发帖 说着 写到 讲 講 道 声明 聲明 留言
        """
      ),
      (.judging, "称为 稱為 形容 描述"),
      ([.pronoun, .masculine], "他"), ([.pronoun, .feminine], "她"),
      ([.pronoun, .plural], "他们 他們 她们"), ([.pronoun, .conversational], "我 我们 我們 你 你们"),
      ([.pronoun, .neuter], "它 这 這"),
      (.preposition, "在 对 對 向 就 于 於 从 從 据 據"),
      ([.coordinator, .adversative], "但 但是 而 不过 不過"),
      (.subordinator, "如果 因为 因為 虽然 雖然 当 當"),
      (.negation, "不 没有 沒有 未"),
      (
        .adverb,
        """
        也 还 還 都 又 再 则 則 曾 已 已经 已經 随后 隨後 此前 同时 同時 另外 最后 最後 接着 接著 并 並 对此 對此 当时 當時
        更 就是 却 卻 一直 反复
        """
      ),
      (.time, "今天 昨天 昨日 今日 明天 日前 近日 上午 下午 晚上 周一 周二 周三 周四 周五 周六 周日 星期一 星期日 时 時"),
      (.according, "据 據 根据 根據"),
      (.work, "书 書 电影 電影 歌曲 小说 小說 节目 節目 专辑"),
      (.naming, "所谓 所謂 名为 名為 题为 題為 叫做 被称为 被稱為"),
    ],
    isUnspaced: true, order: .subjectFirst)
}
