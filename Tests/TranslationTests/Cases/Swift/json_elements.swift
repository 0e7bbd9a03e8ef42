import MLX
import MLXNN
import ModelPorted
import ModelShared

/// A part of the configuration of the `case` family: `JsonElementsPart`, json_elements.py:11.
public struct CaseJsonElementsPart: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var intermediateSize: Int

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case intermediateSize = "intermediate_size"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "part")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        intermediateSize = try values.decode(Int.self, forKey: .intermediateSize, default: 6)
    }
}

/// Configuration of the `case` family, as in `config.json`: `JsonElementsConfig`, json_elements.py:18.
public struct CaseJsonElementsConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var layers: JSONValue
    public var part: CaseJsonElementsPart?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case layers
        case part
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "json_elements")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        layers = try values.decode(JSONValue.self, forKey: .layers, default: -1)
        part = try values.decodeIfPresent(CaseJsonElementsPart.self, forKey: .part)
    }
}

/// `JsonElements`, json_elements.py:29.
public final class CaseJsonElements: Module {
    let count: Int
    @ModuleInfo var projections: [Linear]
    @ModuleInfo var mlp: GELUMLP

    public init(_ config: CaseJsonElementsConfiguration) throws {
        count = try config.layers.pythonCount()
        _projections.wrappedValue = try config.layers.pythonElements().map { _ in Linear(4, 4) }
        _mlp.wrappedValue = try GELUMLP(
            hiddenSize: required(config.part, "part").hiddenSize,
            intermediateSize: required(config.part, "part").intermediateSize)
    }

    /// `JsonElements.__call__`, json_elements.py:36.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for projection in projections {
            x = projection(x)
        }
        return mlp(x) * count
    }
}
