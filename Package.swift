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
        "NewsModel", "NewsText", "NewsFormats", "ArchiveStorage", "ArchiveQuery", "ArchiveImport",
        "ArchiveExport",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries: a module map and a small shim.h each.
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .target(name: "CEmbedded"),

    module("NewsModel"),
    module("NewsText", uses: ["NewsModel"]),
    module("NewsFormats", uses: ["NewsModel", "CZlib"]),
    module("ArchiveStorage", uses: ["NewsModel", "CSQLite", "CNettle", "CEmbedded"]),
    module("ArchiveQuery", uses: ["ArchiveStorage", "NewsText", "NewsModel", "CSQLite"]),
    module("ArchiveImport", uses: ["NewsFormats", "NewsText", "ArchiveStorage", "NewsModel"]),
    module("ArchiveExport", uses: ["ArchiveQuery", "ArchiveStorage", "NewsModel"]),
    .executableTarget(
      name: "backfile",
      dependencies: [
        "ArchiveImport", "ArchiveExport", "ArchiveQuery", "ArchiveStorage", "NewsFormats",
        "NewsText", "NewsModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("NewsModel"),
    tests("NewsText", uses: ["NewsModel"], fixtures: ["Quotes/Fixtures"]),
    tests("NewsFormats", uses: ["NewsModel"]),
    tests("ArchiveStorage", uses: ["NewsModel"]),
    tests("ArchiveQuery", uses: ["ArchiveStorage", "NewsModel"]),
    tests("ArchiveImport", uses: ["ArchiveStorage", "NewsFormats", "NewsText", "NewsModel"]),
    tests("ArchiveExport", uses: ["ArchiveQuery", "ArchiveStorage", "NewsModel"]),
    .testTarget(
      name: "QualityTests", dependencies: ["backfile", "NewsFormats", "NewsModel", "TestSupport"],
      exclude: ["quote-floors.json"], swiftSettings: settings),
    .testTarget(
      name: "CommandLineTests", dependencies: ["backfile", "TestSupport"], swiftSettings: settings),
  ],
  cLanguageStandard: .c2x
)
