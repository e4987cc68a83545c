import NewsFormats
import NewsModel

/// Web pages: what is read is text, and not much more than the page has. The first byte chooses the
/// charset of the HTTP header.
func fuzz(_ bytes: UnsafeBufferPointer<UInt8>) {
  guard let first = bytes.first else { return }
  let charsets = [nil, "utf-8", "windows-1252", "koi8-r", "shift_jis", "gb18030", "utf-16", "none"]
  let source = Array(bytes.dropFirst())
  let page = WebPage(source, charset: charsets[Int(first) % charsets.count])
  // A byte of another encoding is at most three of UTF-8, a reference at most twice as long.
  precondition(page.text.utf8.count <= 8 * source.count + 16, "more text than the page has")
}
