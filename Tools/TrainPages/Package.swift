// swift-tools-version: 6.2
import PackageDescription

// The model's features are the library's own code: the other folders of `Sources` here are links to
// it, built with testing on so that the trainer sees what is internal.
let library: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-enable-testing"]),
]

let package = Package(
  name: "TrainPages",
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd"),
    .systemLibrary(name: "CLZMA", pkgConfig: "liblzma"),
    .systemLibrary(name: "CBZip2"),
    .target(name: "NewsModel", swiftSettings: library),
    .target(
      name: "NewsFormats",
      dependencies: ["NewsModel", "CZlib", "CZstd", "CLZMA", "CBZip2", "CLibXML2", "CSQLite"],
      swiftSettings: library),
    .executableTarget(
      name: "TrainPages", dependencies: ["NewsModel", "NewsFormats"],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
