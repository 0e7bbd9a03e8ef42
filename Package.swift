// swift-tools-version: 6.1
import Foundation
import PackageDescription

// The MLX engine is the one that the Python reference runs: on Linux the C++ library inside the
// PyPI wheel that `make setup` installs into `.venv`, on Apple platforms the mlx-swift package.
// A package that depends on this one by URL has no `.venv` here and takes `mlx.pc` instead.
// SwiftPM keeps what a manifest evaluates to, so nothing here may depend on what is installed.
let isDependency = Context.packageDirectory.contains("/checkouts/")

#if os(Linux)
    let mlxRoot = Context.packageDirectory + "/.venv/mlx"

    let mlxCxxSettings: [CXXSetting] = isDependency ? [] : [.unsafeFlags(["-I\(mlxRoot)/include"])]
    /// Relocations in a packed form, a fiftieth of the size, where the C library reads it.
    let packedRelocations =
        glibcMinorVersion() >= 36
        ? ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"] : []
    let mlxLinkerSettings: [LinkerSetting] =
        isDependency
        ? []
        : [
            .unsafeFlags(
                ["-L\(mlxRoot)/lib", "-lmlx", "-Xlinker", "-rpath", "-Xlinker", "\(mlxRoot)/lib"]
                    + packedRelocations)
        ]

    let engineTargets: [Target] = [
        .target(name: "CDigests", dependencies: ["LateLibraries"]),
        .target(
            name: "CMLX",
            dependencies: isDependency ? ["LibMLX"] : [],
            cxxSettings: mlxCxxSettings,
            linkerSettings: mlxLinkerSettings),
        .target(
            name: "MLX",
            dependencies: [
                "CMLX", "FileFormats", .product(name: "Numerics", package: "swift-numerics"),
            ]),
        .target(name: "MLXNN", dependencies: ["MLX"]),
        .systemLibrary(
            name: "CJPEG", path: "Sources/CJPEG", pkgConfig: "libjpeg",
            providers: [.apt(["libjpeg-dev"])]),
        .systemLibrary(
            name: "CPNG", path: "Sources/CPNG", pkgConfig: "libpng",
            providers: [.apt(["libpng-dev"])]),
        .systemLibrary(
            name: "CWebP", path: "Sources/CWebP", pkgConfig: "libwebpdemux",
            providers: [.apt(["libwebp-dev"])]),
        .target(name: "CImages", dependencies: ["CJPEG", "CPNG", "CWebP"]),
        .target(name: "CSounds", dependencies: ["LateLibraries"]),
    ]
    let dependencyTargets: [Target] = [
        .systemLibrary(name: "LibMLX", path: "Sources/LibMLX", pkgConfig: "mlx")
    ]
    let engineTests: [Target] = [
        .testTarget(
            name: "MLXTests", dependencies: ["MLX", "ChildProcesses", "FileTestSupport"],
            exclude: ["Files/Python", "Faults/Python"]),
        .testTarget(
            name: "MLXNNTests", dependencies: ["MLX", "MLXNN", "ChildProcesses"],
            resources: [.copy("Fixtures")]),
    ]
    let engineProducts: [Product] = [
        .library(name: "MLX", targets: ["MLX"]), .library(name: "MLXNN", targets: ["MLXNN"]),
    ]
    let enginePackages: [Package.Dependency] = [
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1")
    ]
    let mlx: Target.Dependency = "MLX"
    let mlxNN: Target.Dependency = "MLXNN"
    let digests: [Target.Dependency] = ["CDigests"]
    let embeddedPython: [Target.Dependency] = ["EmbeddedPython"]
    let mediaLibraries: [Target.Dependency] = ["CImages", "CSounds"]
    let engineSettings: [SwiftSetting] = []
#else
    let engineTargets: [Target] = []
    let dependencyTargets: [Target] = []
    let engineTests: [Target] = []
    let engineProducts: [Product] = []
    let enginePackages: [Package.Dependency] = [
        .package(url: "https://github.com/ml-explore/mlx-swift", from: "0.31.0")
    ]
    let mlx: Target.Dependency = .product(name: "MLX", package: "mlx-swift")
    let mlxNN: Target.Dependency = .product(name: "MLXNN", package: "mlx-swift")
    let digests: [Target.Dependency] = []
    let embeddedPython: [Target.Dependency] = []
    let mediaLibraries: [Target.Dependency] = []
    /// Where mlx-swift lacks a name, code asks for this.
    let engineSettings: [SwiftSetting] = [.define("MLX_SWIFT")]
#endif

/// `mlx-port verify` builds the generated models with probes in them, from a folder of its own.
let modelsPath = Context.environment["MLX_PORT_MODELS"] ?? "Sources/Models/Generated"
/// The shared components and the ported code likewise.
let sharedPath = Context.environment["MLX_PORT_SHARED"] ?? "Sources/Shared"
let portedPath = Context.environment["MLX_PORT_PORTED"] ?? "Sources/Ported"

/// For loops over pixels, samples and elements of tensors, which take a hundred times as long
/// without.
let optimized: [SwiftSetting] = isDependency ? [] : [.unsafeFlags(["-O"])]

let argumentParser: Target.Dependency =
    .product(name: "ArgumentParser", package: "swift-argument-parser")
let orderedCollections: Target.Dependency =
    .product(name: "OrderedCollections", package: "swift-collections")

/// What generated models and the programs that run them are built from.
let runtimeTargets: [Target] = [
    .systemLibrary(
        name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // What a program needs of only now and then is loaded then.
    .target(name: "LateLibraries"),
    .systemLibrary(
        name: "PythonHeaders", path: "Sources/PythonHeaders", pkgConfig: "python3",
        providers: [.apt(["libpython3-dev"])]),
    .target(name: "CPython", dependencies: ["PythonHeaders", "LateLibraries"]),
    .target(name: "EmbeddedPython", dependencies: ["CPython"]),
    .target(name: "FileFormats", dependencies: ["CZlib", orderedCollections]),
    .target(
        name: "TraceDiff", dependencies: ["FileFormats"] + digests, swiftSettings: optimized),
    .target(
        name: "ModelPorted", dependencies: [mlx, mlxNN, orderedCollections], path: portedPath,
        swiftSettings: engineSettings),
    .target(
        name: "ModelShared", dependencies: [mlx, mlxNN, "ModelPorted"], path: sharedPath),
    .target(
        name: "ModelRuntime",
        dependencies: [
            mlx, mlxNN, "ModelPorted", "ModelShared", "TraceDiff", "FileFormats",
            orderedCollections,
        ],
        path: "Sources/Runtime", swiftSettings: engineSettings),
    // Apart from the runtime: a program that needs no tokenizer needs no headers of CPython.
    .target(
        name: "ModelTokenizers",
        dependencies: ["ModelRuntime", "FileFormats", orderedCollections] + embeddedPython,
        path: "Sources/Tokenizers"),
    // Pictures and sounds as plain values.
    .target(
        name: "Media", dependencies: ["FileFormats"] + mediaLibraries, swiftSettings: optimized),
    // What models take in, made of them.
    .target(
        name: "Processors", dependencies: ["Media", "FileFormats", orderedCollections],
        swiftSettings: optimized),
    // Conversations with pictures and sounds.
    .target(
        name: "ModelProcessors",
        dependencies: [mlx, "ModelRuntime", "Media", "Processors", orderedCollections]),
    // Lines from a terminal.
    .target(name: "LineEditing"),
    // Conversations: a model that tasks share, events, calls of tools.
    .target(
        name: "ModelSessions",
        dependencies: ["ModelRuntime", "ModelTokenizers", "ModelPorted", orderedCollections],
        path: "Sources/Sessions"),
    .target(
        name: "MLXVLMModels",
        dependencies: [
            mlx, mlxNN, "ModelPorted", "ModelShared", "ModelRuntime", orderedCollections,
        ],
        path: modelsPath, exclude: ["mlx-lm"]),
    .target(
        name: "MLXLMModels",
        dependencies: [
            mlx, mlxNN, "ModelPorted", "ModelShared", "ModelRuntime", orderedCollections,
        ],
        path: modelsPath + "/mlx-lm"),
    .executableTarget(
        name: "llm-tool",
        dependencies: [
            mlx, "ModelRuntime", "ModelTokenizers", "ModelSessions", "ModelProcessors", "Media",
            "LineEditing", "MLXVLMModels", "MLXLMModels", "TraceDiff", argumentParser,
            orderedCollections,
        ]),
]

/// The Swift side of what `make bench` compares.
let benchmarkTargets: [Target] = [
    .executableTarget(
        name: "mlx-benchmarks",
        dependencies: [mlx, mlxNN, "ModelPorted", "ModelRuntime", "MLXVLMModels"],
        path: "Benchmarks/Swift")
]

/// The compiler from Python source to Swift source, and the harness that proves the two equal.
let generatorTargets: [Target] = [
    .target(
        name: "PythonSyntax", dependencies: ["CPython", "EmbeddedPython"],
        path: "Generator/PythonSyntax"),
    .target(
        name: "Operations", dependencies: [.product(name: "Yams", package: "Yams")],
        path: "Generator/Operations", resources: [.copy("Tables")]),
    .target(
        name: "Analysis",
        dependencies: ["PythonSyntax", "Operations", .product(name: "Yams", package: "Yams")],
        path: "Generator/Analysis",
        resources: [.copy("Components/Patterns"), .copy("Features/FeatureRules.yml")]),
    .target(
        name: "Translation", dependencies: ["PythonSyntax", "Operations", "Analysis"],
        path: "Generator/Translation"),
    .target(name: "Templates", path: "Templates", resources: [.copy("Stencil")]),
    .target(
        name: "Rendering",
        dependencies: [
            "Translation", "Templates", "ChildProcesses",
            .product(name: "Stencil", package: "Stencil"),
        ],
        path: "Generator/Rendering"),
    .target(
        name: "Compiler",
        dependencies: [
            "PythonSyntax", "Operations", "Analysis", "Translation", "Rendering",
            .product(name: "Yams", package: "Yams"),
        ],
        path: "Generator/Compiler",
        resources: [.copy("Synthesis/FieldPriors.yml"), .copy("Synthesis/MediaLayouts.yml")]),
    .target(
        name: "Instrumentation",
        dependencies: [
            "PythonSyntax", "Analysis", "Translation", "TraceDiff",
            .product(name: "SwiftSyntax", package: "swift-syntax"),
            .product(name: "SwiftParser", package: "swift-syntax"),
            .product(name: "Yams", package: "Yams"),
        ],
        path: "Generator/Instrumentation", resources: [.copy("Ported.yml")]),
    .target(
        name: "Mutation",
        dependencies: [
            "Harness", "Instrumentation", "TraceDiff",
            .product(name: "SwiftSyntax", package: "swift-syntax"),
            .product(name: "SwiftParser", package: "swift-syntax"),
            .product(name: "Yams", package: "Yams"),
        ],
        path: "Generator/Mutation", resources: [.copy("Equivalent.yml")]),
    .target(name: "ChildProcesses", path: "Generator/ChildProcesses"),
    .target(
        name: "Harness", dependencies: ["TraceDiff", "EmbeddedPython", "ChildProcesses"],
        path: "Generator/Harness"),
    .target(
        name: "Sweep",
        dependencies: [
            "PythonSyntax", "Analysis", "Rendering", "Compiler", "Harness", "TraceDiff",
            "ChildProcesses",
        ],
        path: "Generator/Sweep"),
    .executableTarget(
        name: "mlx-port",
        dependencies: [
            "PythonSyntax", "Operations", "Analysis", "Rendering", "Compiler", "Harness", "Sweep",
            "Instrumentation", "Mutation", "TraceDiff", "ChildProcesses", argumentParser,
        ],
        path: "Generator/mlx-port"),
]

/// What only they need: a package that depends on this one does not fetch it.
let generatorPackages: [Package.Dependency] = [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/stencilproject/Stencil", from: "0.15.1"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
]

let testTargets: [Target] = [
    .testTarget(name: "EndToEndTests", dependencies: ["Harness", "llm-tool"]),
    .target(
        name: "CompilerTestSupport", dependencies: ["PythonSyntax", "Operations", "Analysis"],
        path: "Tests/CompilerTestSupport"),
    .testTarget(name: "OperationsTests", dependencies: ["Operations", "CompilerTestSupport"]),
    .testTarget(
        name: "AnalysisTests",
        dependencies: ["PythonSyntax", "Operations", "Analysis", "CompilerTestSupport"]),
    // Swift that the compiler made from the cases beside it: it has to build.
    .target(
        name: "TranslatedCases",
        dependencies: [
            mlx, mlxNN, "ModelPorted", "ModelShared", "ModelRuntime", orderedCollections,
        ],
        path: "Tests/TranslationTests/Cases/Swift"),
    .testTarget(
        name: "TranslationTests",
        dependencies: [
            "PythonSyntax", "Operations", "Analysis", "Translation", "Rendering",
            "CompilerTestSupport", "FileTestSupport", "ChildProcesses", "run-translated-cases",
        ],
        exclude: ["Cases"]),
    // The translated cases, run on what Python has run them on.
    .executableTarget(
        name: "run-translated-cases",
        dependencies: [
            mlx, mlxNN, "ModelPorted", "ModelRuntime", "TranslatedCases", orderedCollections,
        ],
        path: "Tests/TranslatedCaseRunner", exclude: ["Python"]),
    // Operations in Python and the Swift that the compiler made of them, run on the same inputs.
    .executableTarget(
        name: "conformance",
        dependencies: [mlx, mlxNN, "ModelPorted", "ModelShared", "ModelRuntime"],
        path: "Tests/Conformance",
        exclude: ["Cases", "Python", "differences.yml", "elsewhere.yml"],
        sources: ["Runner", "Swift"]),
    .target(
        name: "ConformanceSupport",
        dependencies: [
            "PythonSyntax", "Operations", "Analysis", "Translation", "Rendering",
            "CompilerTestSupport", .product(name: "Yams", package: "Yams"),
        ],
        path: "Tests/ConformanceSupport"),
    .executableTarget(
        name: "conformance-cases", dependencies: ["ConformanceSupport", "Operations"],
        path: "Tests/ConformanceTranslator"),
    .testTarget(
        name: "ConformanceTests",
        dependencies: [
            "Operations", "CompilerTestSupport", "ConformanceSupport", "ChildProcesses",
            "conformance",
            .product(name: "Yams", package: "Yams"),
        ]),
    .testTarget(name: "RenderingTests", dependencies: ["Translation", "Rendering"]),
    .testTarget(
        name: "CompilerTests",
        dependencies: [
            "PythonSyntax", "Operations", "Analysis", "Rendering", "Compiler",
            "CompilerTestSupport",
        ]),
    .testTarget(
        name: "InstrumentationTests",
        dependencies: [
            "PythonSyntax", "Analysis", "Translation", "Instrumentation", "TraceDiff",
            "CompilerTestSupport",
        ]),
    .testTarget(name: "MutationTests", dependencies: ["Mutation"]),
    .testTarget(name: "SweepTests", dependencies: ["Compiler", "Rendering", "Sweep"]),
    .testTarget(
        name: "MLXPortTests",
        dependencies: ["mlx-port", "TraceDiff", "CompilerTestSupport", "ChildProcesses"]),
    .testTarget(name: "LateLibrariesTests", dependencies: ["LateLibraries"]),
    .testTarget(name: "EmbeddedPythonTests", dependencies: ["EmbeddedPython"]),
    .testTarget(name: "PythonSyntaxTests", dependencies: ["PythonSyntax", "EmbeddedPython"]),
    .target(
        name: "FileTestSupport", dependencies: ["ChildProcesses"], path: "Tests/FileTestSupport"),
    .testTarget(name: "FileFormatsTests", dependencies: ["FileFormats", "FileTestSupport"]),
    .testTarget(name: "TraceDiffTests", dependencies: ["TraceDiff", "FileFormats"]),
    .testTarget(name: "HarnessTests", dependencies: ["Harness", "TraceDiff", "ChildProcesses"]),
    .target(
        name: "ModelTestSupport", dependencies: [mlx], path: "Tests/ModelTestSupport"),
    .testTarget(
        name: "ModelPortedTests",
        dependencies: [mlx, mlxNN, "ModelPorted", "ModelTestSupport", orderedCollections],
        exclude: ["Fixtures"]),
    .testTarget(
        name: "ModelSharedTests",
        dependencies: [mlx, mlxNN, "ModelPorted", "ModelShared", "ModelTestSupport"],
        exclude: ["Fixtures"]),
    .target(
        name: "RuntimeTestSupport", dependencies: ["ModelRuntime"],
        path: "Tests/RuntimeTestSupport"),
    .testTarget(
        name: "ModelRuntimeTests",
        dependencies: [
            mlx, mlxNN, "ModelPorted", "ModelRuntime", "TraceDiff", "FileTestSupport",
            "RuntimeTestSupport", orderedCollections,
        ]),
    .testTarget(
        name: "ModelTokenizersTests",
        dependencies: [
            "ModelRuntime", "ModelTokenizers", "EmbeddedPython", "FileTestSupport",
            "RuntimeTestSupport",
        ]),
    .target(
        name: "MediaTestSupport", dependencies: ["FileTestSupport", "TraceDiff"],
        path: "Tests/MediaTestSupport"),
    .testTarget(
        name: "MediaTests", dependencies: ["Media", "MediaTestSupport", "FileTestSupport"],
        exclude: ["Python"]),
    .testTarget(
        name: "ProcessorsTests",
        dependencies: ["Media", "Processors", "MediaTestSupport", "FileTestSupport"],
        exclude: ["Python"]),
    .testTarget(
        name: "ModelProcessorsTests",
        dependencies: [
            mlx, "Media", "Processors", "ModelProcessors", "ModelRuntime", "ModelTokenizers",
            "FileFormats", "MediaTestSupport", "FileTestSupport",
        ], exclude: ["Python"]),
    .testTarget(name: "LineEditingTests", dependencies: ["LineEditing"]),
    .testTarget(
        name: "ModelSessionsTests",
        dependencies: [
            mlx, mlxNN, "ModelPorted", "ModelRuntime", "ModelSessions", "EmbeddedPython",
            "FileTestSupport", "RuntimeTestSupport",
        ]),
    .testTarget(
        name: "LLMToolTests",
        dependencies: [
            "llm-tool", "ModelRuntime", "TraceDiff", "EmbeddedPython", "FileTestSupport",
            "ChildProcesses",
        ], exclude: ["Python"]),
]

let package = Package(
    name: "mlx-port",
    platforms: [.macOS(.v15), .iOS(.v18)],
    products: engineProducts + [
        .library(name: "ModelPorted", targets: ["ModelPorted"]),
        .library(name: "ModelShared", targets: ["ModelShared"]),
        .library(name: "ModelRuntime", targets: ["ModelRuntime"]),
        .library(name: "ModelTokenizers", targets: ["ModelTokenizers"]),
        .library(name: "ModelSessions", targets: ["ModelSessions"]),
        .library(name: "Media", targets: ["Media"]),
        .library(name: "Processors", targets: ["Processors"]),
        .library(name: "ModelProcessors", targets: ["ModelProcessors"]),
        .library(name: "MLXVLMModels", targets: ["MLXVLMModels"]),
        .library(name: "MLXLMModels", targets: ["MLXLMModels"]),
        .executable(name: "llm-tool", targets: ["llm-tool"]),
    ] + (isDependency ? [] : [.executable(name: "mlx-port", targets: ["mlx-port"])]),
    dependencies: enginePackages + [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    ] + (isDependency ? [] : generatorPackages),
    targets: engineTargets + runtimeTargets
        + (isDependency
            ? dependencyTargets
            : benchmarkTargets + generatorTargets + engineTests + testTargets),
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx20
)

#if os(Linux)
    /// 36 of glibc 2.36; 0 with another C library.
    func glibcMinorVersion() -> Int {
        var text = [CChar](repeating: 0, count: 64)
        guard confstr(Int32(_CS_GNU_LIBC_VERSION), &text, text.count) > 0 else { return 0 }
        let version = String(decoding: text.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let minor = version.split(separator: ".").last?.prefix { $0.isNumber }
        return minor.flatMap { Int($0) } ?? 0
    }
#endif
