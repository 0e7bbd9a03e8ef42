import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `FilledInOrderConfig`, filled_in_order.py:9.
public struct CaseFilledInOrderConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var numLayers: Int
    public var theta: Double
    public var factor: Double?
    public var layerTypes: [String]?
    public var thetas: [Double]?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case numLayers = "num_layers"
        case theta
        case factor
        case layerTypes = "layer_types"
        case thetas
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        numLayers = try values.decode(Int.self, forKey: .numLayers)
        theta = try values.decode(Double.self, forKey: .theta, default: 1000.0)
        factor = try values.decodeIfPresent(Double.self, forKey: .factor)
        layerTypes = try values.decodeIfPresent([String].self, forKey: .layerTypes)
        thetas = try values.decodeIfPresent([Double].self, forKey: .thetas)
        if let factor { theta = theta * factor }
        if layerTypes == nil {
            let pattern = Array(repeating: "sliding", count: 2) + ["full"]
            layerTypes = Array(repeatedList(pattern, count: numLayers).prefix(numLayers))
        }
        if thetas == nil {
            thetas = try required(layerTypes, "layer_types").map { $0 == "full" ? 0 : theta }
        }
    }
}

/// `FilledInOrder`, filled_in_order.py:27.
public final class CaseFilledInOrder: Module {
    let scale: Double
    let isFull: Bool
    @ModuleInfo var proj: Linear

    public init(_ config: CaseFilledInOrderConfiguration) throws {
        scale = try required(config.thetas, "thetas").element(at: 0)
        isFull = try required(config.layerTypes, "layer_types").element(at: 0) == "full"
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `FilledInOrder.__call__`, filled_in_order.py:34.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if isFull { x = proj(x) }
        return x * scale
    }
}
