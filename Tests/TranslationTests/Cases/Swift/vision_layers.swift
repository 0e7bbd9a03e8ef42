import MLX
import MLXNN
import ModelPorted
import ModelRuntime
import ModelShared

/// Configuration of the `case` family, as in `config.json`: `TowerConfig`, vision_layers.py:13.
public struct CaseTowerConfiguration: BaseModelConfiguration {
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
        modelType = try values.decode(String.self, forKey: .modelType, default: "tower")
        hiddenSize = try values.decode(Int.self, forKey: .hiddenSize, default: 4)
        intermediateSize = try values.decode(Int.self, forKey: .intermediateSize, default: 6)
    }
}

/// `VisionLayers`, vision_layers.py:19.
public final class CaseVisionLayers: Module {
    @ModuleInfo var attention: VisionAttention
    @ModuleInfo var narrow: VisionAttention
    @ModuleInfo var mlp: GELUMLP
    @ModuleInfo var fast: FastGELUMLP
    @ModuleInfo var exact: TanhGELUMLP
    @ModuleInfo var patch: Conv2d

    public init(_ config: CaseTowerConfiguration) throws {
        _attention.wrappedValue = try VisionAttention(config.hiddenSize, 2)
        _narrow.wrappedValue = try VisionAttention(config.hiddenSize, 2, valueDims: 6, bias: false)
        _mlp.wrappedValue = GELUMLP(
            hiddenSize: config.hiddenSize, intermediateSize: config.intermediateSize)
        _fast.wrappedValue = FastGELUMLP(
            hiddenSize: config.hiddenSize, intermediateSize: config.intermediateSize)
        _exact.wrappedValue = TanhGELUMLP(
            hiddenSize: config.hiddenSize, intermediateSize: config.intermediateSize)
        _patch.wrappedValue = Conv2d(
            inputChannels: 3, outputChannels: 6, kernelSize: 2, stride: 2, bias: false)
    }

    /// `VisionLayers.__call__`, vision_layers.py:29.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x[.newAxis]
        let causal = tril(MLXArray.ones([x.dim(1), x.dim(1)], dtype: .bool))
        let y = attention(x, causal)
        x = y + narrow(x) * attention.scale + attention.numHeads
        x = x + exact(fast(mlp(x)))
        return rotateHalf(x)[0]
    }

    /// `VisionLayers.sanitize`, vision_layers.py:37.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        var sanitized: OrderedWeights = [:]
        for (k, v) in weights {
            if k.contains("patch") {
                if checkArrayShape(v) {
                    sanitized[k] = v
                } else {
                    sanitized[k] = v.transposed(0, 2, 3, 1)
                }
            } else if !checkArrayShape(v) {
                sanitized[k] = v
            }
        }
        return sanitized
    }
}
