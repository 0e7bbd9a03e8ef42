import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SetInBoth`, set_in_both.py:7.
public final class CaseSetInBoth: Module {
    let count: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        count = config.numLayers
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `SetInBoth.__call__`, set_in_both.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `SetInBoth.sanitize`, set_in_both.py:16.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        var weights = weights
        for i in 0..<max(0, count) {
            if weights.keys.contains("\(i).old") {
                let key = "\(i).old"
                if try required(weights[key], key).ndim > 1 {
                    weights["\(key).weight"] = try required(weights.removeValue(forKey: key), key)
                }
            }
            let key2 = "\(i).new"
            if weights.keys.contains(key2) {
                weights["\(key2).weight"] = try required(weights.removeValue(forKey: key2), key2)
            }
        }
        return weights
    }
}
