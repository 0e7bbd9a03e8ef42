import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MapCall`, map_call.py:7.
public final class CaseMapCall: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `MapCall.__call__`, map_call.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let parts = split(proj(x), parts: 2, axis: -1).map { abs($0) }
        let a = parts[0]
        let b = parts[1]
        var total = pythonSum([a, b].map { $0 * 2 })
        for (p, q, r, s, t) in zip([a], [b], [1.0], [total], [2]) {
            total = total + p * q + r * s * t
        }
        return contiguous(total)
    }

    /// `MapCall.sanitize`, map_call.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        var kept: OrderedWeights = [:]
        for (k, v) in weights {
            let parts = split(v, parts: 2).map { contiguous($0) }
            let first = parts[0]
            let second = parts[1]
            kept["\(k).first"] = first
            kept["\(k).second"] = second
        }
        return kept
    }
}
