import ArgumentParser
import Foundation
import MLX
import ModelRuntime

/// `llm-tool convert`: a checkpoint in another layout becomes one of MLX, through the family's `sanitize`.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Saves a checkpoint with the names and layout of MLX.",
        discussion: """
            What mlx_lm.convert and mlx_vlm.convert make of it: the parameters get the type that \
            config.json states, but for those that the family keeps, and are quantised if asked.
            """)

    @OptionGroup(title: "Model") var model: ModelOptions

    @OptionGroup(title: "Output") var output: ConversionOutput

    @Flag(name: .shortAndLong, help: "Quantise the layers.")
    var quantize = false

    @OptionGroup(title: "Quantisation") var quantization: QuantizationOptions

    @Flag(name: .shortAndLong, help: "Make all quantised layers plain ones.")
    var dequantize = false

    func validate() throws {
        guard !quantize || !dequantize else {
            throw ValidationError("Choose either --quantize or --dequantize, not both.")
        }
        guard quantize || quantization.isUsual else {
            throw ValidationError(
                "\(quantization.given.joined(separator: ", ")) is for --quantize, which is missing."
            )
        }
    }

    func run() throws {
        try Conversion(
            model: model, output: output, quantization: quantize ? quantization.layers : nil,
            dequantizes: dequantize
        ).run()
    }
}

/// `llm-tool quantize`: `convert --quantize`.
struct Quantize: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Saves a checkpoint with quantised layers.",
        discussion: "The same as convert --quantize.")

    @OptionGroup(title: "Model") var model: ModelOptions

    @OptionGroup(title: "Output") var output: ConversionOutput

    @OptionGroup(title: "Quantisation") var quantization: QuantizationOptions

    func run() throws {
        try Conversion(
            model: model, output: output, quantization: quantization.layers, dequantizes: false
        ).run()
    }
}

/// Where a conversion goes.
struct ConversionOutput: ParsableArguments {
    @Option(
        name: .customLong("mlx-path"),
        help: ArgumentHelp("The folder to write, which is not there yet.", valueName: "folder"))
    var mlxPath = "mlx_model"

    @Flag(help: "Print one JSON object about what was written.")
    var json = false
}

/// How layers are quantised.
struct QuantizationOptions: ParsableArguments {
    @Option(
        name: .customLong("q-bits"),
        help: ArgumentHelp("Bits of a value. Default: 4, or what the mode has.", valueName: "bits"))
    var bits: Int?

    @Option(
        name: .customLong("q-group-size"),
        help: ArgumentHelp(
            "Values that share a scale. Default: 64, or what the mode has.", valueName: "size"))
    var groupSize: Int?

    @Option(name: .customLong("q-mode"), help: "How values are packed.")
    var mode = QuantizationModeName.affine

    @Option(
        name: .customLong("quant-predicate"),
        help: "A recipe with more bits for some layers, in place of what the family says.")
    var recipe: RecipeName?

    /// The flags that say something.
    var given: [String] {
        [
            bits.map { _ in "--q-bits" }, groupSize.map { _ in "--q-group-size" },
            mode == .affine ? nil : "--q-mode", recipe.map { _ in "--quant-predicate" },
        ].compactMap { $0 }
    }

    var isUsual: Bool { given.isEmpty }

    var layers: LayerQuantization {
        LayerQuantization(
            groupSize: groupSize, bits: bits, mode: mode.mode, recipe: recipe?.recipe)
    }
}

/// A mode on the command line.
enum QuantizationModeName: String, CaseIterable, ExpressibleByArgument {
    case affine, mxfp4, nvfp4, mxfp8

    var mode: QuantizationMode { QuantizationMode(rawValue: rawValue)! }
}

/// A recipe on the command line.
struct RecipeName: ExpressibleByArgument {
    let recipe: QuantizationRecipe

    init?(argument: String) {
        guard let recipe = QuantizationRecipe(rawValue: argument) else { return nil }
        self.recipe = recipe
    }

    static var allValueStrings: [String] { QuantizationRecipe.allCases.map(\.rawValue) }
}

/// Loads, changes and saves a model, in the packages' order: types, packing, unpacking.
private struct Conversion {
    let model: ModelOptions
    let output: ConversionOutput
    let quantization: LayerQuantization?
    let dequantizes: Bool

    func run() throws {
        try CheckpointWriter.requireNew(output.mlxPath)
        guard model.adapterPath == nil else {
            throw ModelRuntimeError.input(
                "--adapter-path: llm-tool fuse makes an adapter part of the weights")
        }
        let loaded = try model.load(lazily: true, castsAtOnce: false)
        let package = loaded.type.package
        let stated = TypeCasting.statedType(of: loaded.configuration.json)
        if let dtype = model.dtype?.dtype ?? stated {
            try TypeCasting.apply(dtype, to: loaded.model)
        }
        if dequantizes { try Dequantization.apply(to: loaded.model, package: package) }
        var packed: OrderedJSON?
        if let quantization {
            var configuration = try loaded.storedConfiguration()
            if package == .mlxVLM, configuration["vision_config"] == nil {
                configuration["vision_config"] = [:]
            }
            try quantization.apply(
                to: loaded.model, package: package, configuration: &configuration)
            packed = configuration
        }
        try SavedModel(loaded, at: output.mlxPath, json: output.json).write { configuration in
            if let packed { configuration = packed }
            guard dequantizes, package == .mlxLM else { return }
            configuration["quantization"] = nil
            configuration["quantization_config"] = nil
        }
    }
}
