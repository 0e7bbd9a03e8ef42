import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// A part of the configuration of the `case` family: `InnerArgs`, decoded_part.py:10.
public struct CaseInnerConfiguration: Codable, Sendable {
    public var size: Int
    public var layerTypes: [String]?

    enum CodingKeys: String, CodingKey {
        case size
        case layerTypes = "layer_types"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        size = try values.decode(Int.self, forKey: .size)
        layerTypes = try values.decodeIfPresent([String].self, forKey: .layerTypes)
    }
}

/// Configuration of the `case` family, as in `config.json`: `PartConfig`, decoded_part.py:16.
public struct CasePartConfiguration: Codable, Sendable {
    public var textConfig: JSONValue
    public var ropeScaling: RoPEScaling?

    enum CodingKeys: String, CodingKey {
        case textConfig = "text_config"
        case ropeScaling = "rope_scaling"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        textConfig = try values.decode(JSONValue.self, forKey: .textConfig)
        ropeScaling = try values.decodeIfPresent(RoPEScaling.self, forKey: .ropeScaling)
    }
}

/// `DecodedPart`, decoded_part.py:22.
public final class CaseDecodedPart: Module {
    let layerTypes: [String]

    public init(_ config: CasePartConfiguration) throws {
        let config = try decodeConfiguration(CaseInnerConfiguration.self, from: config.textConfig)
        layerTypes =
            config.layerTypes.nonEmpty ?? Array(repeating: "full", count: max(0, config.size))
    }

    /// `DecodedPart.__call__`, decoded_part.py:28.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * layerTypes.count }
}
