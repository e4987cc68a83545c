import NewsModel
import NewsText

extension Benchmark {
  /// Quotes and speakers: in marks alone, and with reported speech too.
  static let quotes = Benchmark(name: "quotes") { folder in
    for file in ["allsides-12k.jsonl.gz", "reuters-16k.jsonl.gz"] {
      let corpus = try Corpus(path: folder + "/" + file)
      let bytes = corpus.bytes
      print("\(corpus.name): \(corpus.articles.count) articles, \(tenths(Double(bytes) / 1e6)) MB")
      let scan = byteScan(corpus.articles.map(\.text), bytes: bytes)
      print("  " + column("plain byte scan", 28) + column("\(tenths(scan)) MB/s", 16))
      for (name, target, includesIndirect) in [
        ("direct and mixed", 50.0, false), ("with indirect", 30.0, true),
      ] {
        let extractor = QuoteExtractor(includesIndirect: includesIndirect)
        var quotes = 0
        let speed = megabytesPerSecond(bytes: bytes) {
          quotes = corpus.articles.reduce(0) {
            $0 + extractor.quotes(in: $1.text, language: $1.language).count
          }
          return quotes
        }
        print(
          "  " + column(name, 28) + column("\(tenths(speed)) MB/s", 16)
            + column("1/\(tenths(scan / speed)) of the scan", 24) + "\(quotes) quotes, target "
            + "\(Int(target)) MB/s\(speed < target ? ": missed" : "")")
      }
    }
  }
}
