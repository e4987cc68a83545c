// swift-tools-version: 6.2
import PackageDescription

// The model's features are the library's own code: `Sources/NewsText` and `Sources/NewsModel` here are
// links to it, built with testing on so that the trainer sees what is internal.
let library: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-enable-testing"]),
]

let package = Package(
  name: "TrainBoilerplate",
  targets: [
    .target(name: "NewsModel", swiftSettings: library),
    .target(name: "NewsText", dependencies: ["NewsModel"], swiftSettings: library),
    .executableTarget(
      name: "TrainBoilerplate", dependencies: ["NewsModel", "NewsText"],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
