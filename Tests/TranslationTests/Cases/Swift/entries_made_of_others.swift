import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `MadeOfOthersConfig`, entries_made_of_others.py:9.
public struct CaseMadeOfOthersConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var kernelSizes: [Int]
    public var skippedLayers: JSONValue
    public var width: Int
    public var kernel: Int

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case kernelSizes = "kernel_sizes"
        case skippedLayers = "skipped_layers"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        kernelSizes = try values.decode([Int].self, forKey: .kernelSizes, default: [2, 2])
        skippedLayers = try values.decode(JSONValue.self, forKey: .skippedLayers, default: 4)
        width = hiddenSize
        kernel = try kernelSizes.element(at: 0)
    }
}

/// `EntriesMadeOfOthers`, entries_made_of_others.py:20.
public final class CaseEntriesMadeOfOthers: Module {
    @ModuleInfo var proj: Linear
    let kernel: Int

    public init(_ config: CaseMadeOfOthersConfiguration) {
        _proj.wrappedValue = Linear(config.width, config.width)
        kernel = config.kernel
    }

    /// `EntriesMadeOfOthers.__call__`, entries_made_of_others.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * kernel }
}
