import ArgumentParser
import Foundation
import MLX
import MLXLMModels
import MLXVLMModels
import ModelProcessors
import ModelRuntime

/// Which model a command loads, and how.
struct ModelOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the checkpoint.", valueName: "folder"))
    var model: String

    @Option(
        help: "The package whose family is used. Default: mlx-vlm's where it has the model type.")
    var package: PackageName?

    @Option(
        name: .customLong("adapter-path"),
        help: ArgumentHelp("A trained adapter: its folder, or its file.", valueName: "path"))
    var adapterPath: String?

    @Option(
        name: .customLong("seeded-weights"),
        help: ArgumentHelp("Fills the parameters by a rule from this seed.", visibility: .hidden))
    var seededWeights: UInt64?

    @Option(help: "The type of floating-point parameters. Default: the checkpoint's.")
    var dtype: ParameterType?

    /// The models and processors that this program knows.
    static let factory = ModelFactory(
        types: MLXVLMRegistry.types + MLXLMRegistry.types, processors: ProcessorType.media)

    var folder: URL { URL(filePath: model, directoryHint: .isDirectory) }

    /// - Parameters:
    ///   - lazily: whether the values stay on disk until they are used.
    ///   - castsAtOnce: whether `--dtype` is applied to all parameters; a conversion leaves out some.
    func load(lazily: Bool = false, castsAtOnce: Bool = true) throws -> LoadedModel {
        let bar: ((LoadingProgress) -> Void)? =
            LoadingBar.isPossible ? { LoadingBar.show($0) } : nil
        return try Self.factory.load(
            folder, package: package?.package,
            weights: seededWeights.map { .seeded($0) } ?? .checkpoint,
            dtype: castsAtOnce ? dtype?.dtype : nil,
            adapter: adapterPath.map { try Adapter(URL(filePath: $0)) }, lazily: lazily,
            progress: bar)
    }
}

/// A type of parameters on the command line.
enum ParameterType: String, CaseIterable, ExpressibleByArgument {
    case float32, float16, bfloat16

    var dtype: DType {
        switch self {
        case .float32: .float32
        case .float16: .float16
        case .bfloat16: .bfloat16
        }
    }
}

/// A package on the command line.
enum PackageName: String, CaseIterable, ExpressibleByArgument {
    case mlxVLM = "mlx-vlm"
    case mlxLM = "mlx-lm"

    var package: ModelPackage {
        switch self {
        case .mlxVLM: .mlxVLM
        case .mlxLM: .mlxLM
        }
    }
}
