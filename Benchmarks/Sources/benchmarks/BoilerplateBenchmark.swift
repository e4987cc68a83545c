import NewsModel
import NewsText

extension Benchmark {
  /// Setting boilerplate apart: from a text to its body and blocks.
  static let boilerplate = Benchmark(name: "boilerplate") { folder in
    for file in ["allsides-12k.jsonl.gz", "reuters-16k.jsonl.gz"] {
      let corpus = try Corpus(path: folder + "/" + file, limit: 40_000_000)
      let bytes = corpus.bytes
      print("\(corpus.name): \(corpus.articles.count) articles, \(tenths(Double(bytes) / 1e6)) MB")
      let scan = byteScan(corpus.articles.map(\.text), bytes: bytes)
      print("  " + column("plain byte scan", 28) + column("\(tenths(scan)) MB/s", 16))
      var blocks = 0
      let speed = megabytesPerSecond(bytes: bytes) {
        blocks = corpus.articles.reduce(0) { $0 + splitArticle($1.text).blocks.count }
        return blocks
      }
      print(
        "  " + column("body and boilerplate", 28) + column("\(tenths(speed)) MB/s", 16)
          + column("1/\(tenths(scan / speed)) of the scan", 24) + "\(blocks) blocks, target 40 MB/s"
          + (speed < 40 ? ": missed" : ""))
    }
  }
}
