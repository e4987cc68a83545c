// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A Swift target of ours. Every arrow of the house is visible in the `uses` lists below, and all
/// of them point down.
func module(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: settings)
}

func tests(
  _ name: String, uses: [Target.Dependency] = [], fixtures: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.init(stringLiteral: name), "TestSupport"] + uses,
    exclude: fixtures,
    swiftSettings: settings)
}

let package = Package(
  name: "Backfile",
  products: [
    .executable(name: "backfile", targets: ["backfile"]),
    .library(
      name: "Backfile",
      targets: [
        "NewsModel", "NewsText", "NewsFormats", "FullTextIndex", "ArchiveStorage", "ArchiveQuery",
        "ArchiveImport", "ArchiveExport",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // System libraries: a module map and a small shim.h each.
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CLZMA", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
    .systemLibrary(name: "CBZip2", providers: [.apt(["libbz2-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
    .target(name: "CEmbedded"),

    module("NewsModel"),
    module("NewsText", uses: ["NewsModel"]),
    module(
      "NewsFormats",
      uses: ["NewsModel", "CZlib", "CZstd", "CLZMA", "CBZip2", "CLibXML2", "CSQLite"]),
    module("FullTextIndex"),
    module(
      "ArchiveStorage",
      uses: ["NewsModel", "FullTextIndex", "CSQLite", "CNettle", "CEmbedded"]),
    module(
      "ArchiveQuery",
      uses: ["ArchiveStorage", "FullTextIndex", "NewsText", "NewsModel", "CSnowball"]),
    module(
      "ArchiveImport",
      uses: ["NewsFormats", "NewsText", "ArchiveStorage", "FullTextIndex", "NewsModel"]),
    module(
      "ArchiveExport", uses: ["ArchiveQuery", "ArchiveStorage", "NewsFormats", "NewsModel"]),
    module(
      "ArchiveServer",
      uses: [
        "ArchiveExport", "ArchiveQuery", "ArchiveStorage", "NewsModel", "CEmbedded",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    .executableTarget(
      name: "backfile",
      dependencies: [
        "ArchiveServer", "ArchiveImport", "ArchiveExport", "ArchiveQuery", "ArchiveStorage",
        "NewsFormats",
        "NewsText", "NewsModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("NewsModel"),
    tests("NewsText", uses: ["NewsModel"], fixtures: ["Quotes/Fixtures"]),
    tests("NewsFormats", uses: ["NewsModel", "CSQLite"]),
    tests("FullTextIndex", uses: ["ArchiveStorage"]),
    tests("ArchiveStorage", uses: ["FullTextIndex", "NewsModel"]),
    tests("ArchiveQuery", uses: ["ArchiveStorage", "FullTextIndex", "NewsText", "NewsModel"]),
    tests(
      "ArchiveImport",
      uses: ["ArchiveQuery", "ArchiveStorage", "NewsFormats", "NewsText", "NewsModel"]),
    tests("ArchiveExport", uses: ["ArchiveQuery", "ArchiveStorage", "NewsModel"]),
    tests(
      "ArchiveServer",
      uses: ["ArchiveExport", "ArchiveImport", "ArchiveQuery", "ArchiveStorage", "NewsModel"]),
    .testTarget(
      name: "QualityTests",
      dependencies: ["backfile", "NewsFormats", "NewsModel", "NewsText", "TestSupport"],
      exclude: ["quote-floors.json", "boilerplate-floors.json"], swiftSettings: settings),
    .testTarget(
      name: "CommandLineTests", dependencies: ["backfile", "TestSupport"], swiftSettings: settings),
  ],
  cLanguageStandard: .c2x
)
