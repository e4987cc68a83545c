// swift-tools-version: 6.2
import PackageDescription

// The modules are the library's own: links to `../Sources`, so that the benchmarks see what has
// `package` access, and the main build does not pay for them.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Benchmarks",
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd"),
    .systemLibrary(name: "CLZMA", pkgConfig: "liblzma"),
    .systemLibrary(name: "CBZip2"),
    .target(name: "NewsModel", swiftSettings: settings),
    .target(name: "NewsText", dependencies: ["NewsModel"], swiftSettings: settings),
    .target(
      name: "NewsFormats",
      dependencies: ["NewsModel", "CZlib", "CZstd", "CLZMA", "CBZip2", "CLibXML2", "CSQLite"],
      swiftSettings: settings),
    .executableTarget(
      name: "benchmarks", dependencies: ["NewsFormats", "NewsText", "NewsModel"],
      swiftSettings: settings),
  ],
  cLanguageStandard: .c2x
)
