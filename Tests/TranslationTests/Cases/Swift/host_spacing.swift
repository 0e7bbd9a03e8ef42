import MLX
import MLXNN
import ModelPorted
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `SpacingConfig`, host_spacing.py:9.
public struct CaseSpacingConfiguration: BaseModelConfiguration {
    public var modelType: String
    public var hiddenSize: Int
    public var rate: Double
    public var numLayers: Int

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case hiddenSize = "hidden_size"
        case rate
        case numLayers = "num_layers"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        modelType = try values.decode(String.self, forKey: .modelType, default: "case")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        rate = try values.decode(Double.self, forKey: .rate, default: 0.0)
        numLayers = try values.decode(Int.self, forKey: .numLayers, default: 3)
    }
}

/// `SpacingLayer`, host_spacing.py:16.
public final class CaseSpacingLayer: Module {
    @ModuleInfo var up: Linear
    @ModuleInfo var drop: any UnaryLayer
    @ParameterInfo var rate: MLXArray

    public init(_ config: CaseSpacingConfiguration, rate: MLXArray) {
        _up.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
        _drop.wrappedValue =
            (rate .> 0.0).item(Bool.self)
            ? Dropout(p: rate.item(Float.self)) as any UnaryLayer : Identity()
        _rate.wrappedValue = rate
    }

    /// `SpacingLayer.__call__`, host_spacing.py:23.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { drop(up(x)) * rate + x }
}

/// `HostSpacing`, host_spacing.py:27.
public final class CaseHostSpacing: Module {
    @ModuleInfo var layers: [CaseSpacingLayer]
    let scales: [Double]

    public init(_ config: CaseSpacingConfiguration) throws {
        let rates = try evenlySpaced(0.0, config.rate, count: config.numLayers).map {
            MLXArray(Float($0))
        }
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map {
            CaseSpacingLayer(config, rate: rates[$0])
        }
        scales = try evenlySpaced(1.0, 2.0, count: config.numLayers, endpoint: false)
    }

    /// `HostSpacing.__call__`, host_spacing.py:34.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for (layer, scale) in zip(layers, scales) {
            x = layer(x) * scale
        }
        return x
    }
}
