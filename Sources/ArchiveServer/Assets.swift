internal import CEmbedded

/// The files that pages need: put into the binary when it was built.
enum Asset: String, CaseIterable, Sendable {
  case style = "style.css"
  case script = "page.js"
  case icon = "icon.svg"

  private var file: backfile_embedded_file {
    switch self {
    case .style: backfile_webpage_style()
    case .script: backfile_webpage_script()
    case .icon: backfile_webpage_icon()
    }
  }

  private var content: Response.Content {
    switch self {
    case .style: .css
    case .script: .script
    case .icon: .svg
    }
  }

  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: file.bytes, count: file.count)) }

  /// Its address, which changes when it does: browsers keep it.
  var address: Address {
    Address(["assets", rawValue], query: [("v", Self.versions[self])])
  }

  private static let versions = Dictionary(
    uniqueKeysWithValues: allCases.map { asset in
      // FNV-1a, 64 bits (Fowler, Noll and Vo).
      let hash = asset.bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01B3
      }
      return (asset, String(hash, radix: 16))
    })

  var response: Response {
    var response = Response(content, .bytes(bytes))
    response.headers.append(("Cache-Control", "public, max-age=31536000, immutable"))
    return response
  }
}

/// The guide to the query language, in Markdown.
let queryGuideText: String = {
  let file = backfile_query_guide()
  return String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
}()
