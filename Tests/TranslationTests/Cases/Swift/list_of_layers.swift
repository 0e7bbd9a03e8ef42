import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `LayerKindsConfig`, list_of_layers.py:9.
public struct CaseLayerKindsConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var layer: Int
    public var kinds: [String]
    public var sizes: [Int]?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case layer
        case kinds
        case sizes
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        layer = try values.decode(Int.self, forKey: .layer)
        kinds = try values.decode([String].self, forKey: .kinds)
        sizes = try values.decodeIfPresent([Int].self, forKey: .sizes)
    }
}

/// `ListOfLayers`, list_of_layers.py:16.
public final class CaseListOfLayers: Module {
    let isLong: Bool
    let last: String
    let size: Int

    public init(_ config: CaseLayerKindsConfiguration) throws {
        isLong = try config.kinds.element(at: config.layer) == "long"
        last = try config.kinds.element(at: -1)
        size =
            try config.sizes != nil ? required(config.sizes, "sizes").element(at: config.layer) : 1
    }

    /// `ListOfLayers.__call__`, list_of_layers.py:23.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if isLong { x = x * 2 }
        if last == "long" { x = x - 1 }
        return x + size
    }
}
