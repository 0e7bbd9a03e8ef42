import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `ReplacedLayersConfig`, replaced_layers.py:11.
public struct CaseReplacedLayersConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var numLayers: Int
    public var pattern: JSONValue?
    public var kinds: [String]?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case numLayers = "num_layers"
        case pattern
        case kinds
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "replaced_layers")
        numLayers = try values.decode(Int.self, forKey: .numLayers, default: 3)
        pattern = try values.decodeIfPresent(JSONValue.self, forKey: .pattern)
        kinds = try values.decodeIfPresent([String].self, forKey: .kinds)
        if kinds == nil {
            if let pattern {
                let given = pattern
                if given.isString {
                    kinds = try required(given.stringValue, "given").pythonCharacters.map { c in
                        try required(["F": "full", "S": "shared"][c], c)
                    }
                } else {
                    kinds = try required(given.stringValues, "given")
                }
            } else {
                kinds = Array(repeating: "full", count: max(0, numLayers))
            }
        }
    }
}

/// `ScaledLayer`, replaced_layers.py:38.
public final class CaseScaledLayer: Module {
    @ModuleInfo var proj: Linear
    let scale: Double

    public init(_ config: CaseReplacedLayersConfiguration, index: Int) throws {
        _proj.wrappedValue = Linear(4, 4)
        scale = try required(config.kinds, "kinds").element(at: index) == "full" ? 1.0 : 0.5
    }

    /// `ScaledLayer.__call__`, replaced_layers.py:44.
    public func callAsFunction(_ x: MLXArray, before: MLXArray? = nil) -> (MLXArray, MLXArray) {
        let y = proj(x) * scale
        return (before == nil ? y : y + before!, x)
    }
}

/// `ReplacedLayers`, replaced_layers.py:65.
public final class CaseReplacedLayers: Module {
    let count: Int
    @ModuleInfo var layers: [CaseScaledLayer]

    public init(_ config: CaseReplacedLayersConfiguration) throws {
        count = max(0, config.numLayers)
        _layers.wrappedValue = try (0..<max(0, config.numLayers)).map {
            try CaseScaledLayer(config, index: $0)
        }
    }

    /// `ReplacedLayers.__call__`, replaced_layers.py:70.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        var before: MLXArray? = nil
        for i in 0..<max(0, count) {
            (x, before) = layers[i](x, before: before)
        }
        return x
    }

    /// `ReplacedLayers.cast_predicate`, replaced_layers.py:77.
    public func shouldCast(_ path: String) throws -> Bool {
        throw PythonFailure.raised("TypeError", "'property' object is not callable")
    }
}
