import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `LayerTypesConfig`, post_init.py:9.
public struct CaseLayerTypesConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var numLayers: Int
    public var pattern: Int
    public var heads: Int
    public var layerTypes: [String]
    public var kvHeads: Int

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case numLayers = "num_layers"
        case pattern
        case heads
        case layerTypes = "layer_types"
        case kvHeads = "kv_heads"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        numLayers = try values.decode(Int.self, forKey: .numLayers)
        pattern = try values.decode(Int.self, forKey: .pattern, default: 4)
        heads = try values.decode(Int.self, forKey: .heads, default: 8)
        kvHeads = try values.decodeIfPresent(Int.self, forKey: .kvHeads) ?? heads
        let numLayers = self.numLayers
        let pattern = self.pattern
        layerTypes =
            try values.decodeIfPresent([String].self, forKey: .layerTypes)
            ?? (0..<max(0, numLayers)).map { i in
                try (i + 1).floorModulo(pattern) != 0 ? "sliding" : "full"
            }
        if kvHeads > heads {
            throw PythonFailure.raised("ValueError", "more key heads than heads")
        }
    }
}

/// `PostInit`, post_init.py:28.
public final class CasePostInit: Module {
    let full: [Bool]
    @ModuleInfo var proj: Linear

    public init(_ config: CaseLayerTypesConfiguration) {
        full = config.layerTypes.map { $0 == "full" }
        _proj.wrappedValue = Linear(config.heads, config.kvHeads)
    }

    /// `PostInit.__call__`, post_init.py:34.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for isFull in full {
            if isFull { x = proj(x) }
        }
        return x
    }
}
