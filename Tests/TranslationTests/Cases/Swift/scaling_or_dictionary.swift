import MLX
import MLXNN
import ModelPorted
import ModelShared
import OrderedCollections

/// Configuration of the `case` family, as in `config.json`: `ScalingConfig`, scaling_or_dictionary.py:8.
public struct CaseScalingConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var ropeTheta: Double
    public var ropeParameters: RoPEScaling?
    public var ropeScaling: RoPEScaling?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case ropeTheta = "rope_theta"
        case ropeParameters = "rope_parameters"
        case ropeScaling = "rope_scaling"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType)
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize)
        ropeTheta = try values.decode(Double.self, forKey: .ropeTheta, default: 500.0)
        ropeParameters = try values.decodeIfPresent(RoPEScaling.self, forKey: .ropeParameters)
        ropeScaling = try values.decodeIfPresent(RoPEScaling.self, forKey: .ropeScaling)
        var ropeParameters: RoPEScaling =
            self.ropeParameters ?? ropeScaling ?? [
                "rope_type": "default", "rope_theta": JSONValue.double(ropeTheta),
            ]
        ropeParameters.setDefault("default", forKey: "rope_type")
        ropeParameters.setDefault(JSONValue.double(ropeTheta), forKey: "rope_theta")
        self.ropeParameters = ropeParameters
        ropeTheta = try required(
            (ropeParameters["rope_theta"] ?? JSONValue.double(ropeTheta)).doubleValue, "rope_theta")
    }
}

/// `ScalingOrDictionary`, scaling_or_dictionary.py:31.
public final class CaseScalingOrDictionary: Module {
    var theta: Double
    let offset: Int

    public init(_ config: CaseScalingConfiguration) throws {
        theta = config.ropeTheta
        var offsets: OrderedDictionary<String, Int> = ["a": 1]
        offsets.setDefault(5, forKey: "a")
        offsets.setDefault(7, forKey: "b")
        offset = try required(offsets["a"], "a") * 10 + required(offsets["b"], "b")
        if try required(
            required(config.ropeParameters, "rope_parameters")["rope_type"], "rope_type")
            == "linear"
        {
            theta = theta * 2
        }
    }

    /// `ScalingOrDictionary.__call__`, scaling_or_dictionary.py:42.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * theta + offset }
}
