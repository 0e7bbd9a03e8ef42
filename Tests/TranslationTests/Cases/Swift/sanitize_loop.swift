import MLX
import MLXNN
import ModelRuntime

/// `SanitizeLoop`, sanitize_loop.py:6.
public final class CaseSanitizeLoop: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `SanitizeLoop.__call__`, sanitize_loop.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `SanitizeLoop.sanitize`, sanitize_loop.py:14.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        var sanitized: OrderedWeights = [:]
        for (k, v) in weights {
            var v = v
            if k.hasPrefix("vision.") { continue }
            if k.contains("conv") { v = v.transposed(0, 2, 3, 1) }
            sanitized[k] = v
        }
        return sanitized
    }
}
