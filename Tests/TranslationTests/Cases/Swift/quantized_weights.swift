import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `QuantizedWeights`, quantized_weights.py:6.
public final class CaseQuantizedWeights: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `QuantizedWeights.__call__`, quantized_weights.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `QuantizedWeights.sanitize`, quantized_weights.py:14.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        var weights = weights
        let prefixes = weights.keys.filter { $0.hasSuffix(".packed") }.map {
            String($0.dropLast(7))
        }.sorted()
        if prefixes.isEmpty { return weights }
        for prefix in prefixes {
            var packed = try required(
                weights.removeValue(forKey: "\(prefix).packed"), "\(prefix).packed")
            let scales: MLXArray
            let biases: MLXArray?
            (packed, scales, biases) = quantized(packed, groupSize: 32, bits: 4)
            weights["\(prefix).weight"] = packed
            weights["\(prefix).scales"] = scales
            weights["\(prefix).biases"] = try required(biases, "biases")
        }
        return weights
    }
}
