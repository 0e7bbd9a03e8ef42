import MLX
import MLXNN
import ModelRuntime

/// `AndAfterText`, and_after_text.py:6.
public final class CaseAndAfterText: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, 2)
    }

    /// `AndAfterText.__call__`, and_after_text.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) }

    /// `AndAfterText.sanitize`, and_after_text.py:14.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        var sanitized: OrderedWeights = [:]
        for (k, v) in weights {
            var v = v
            if k.contains("conv") && k.contains("weight") || k.contains("proj.weight") {
                v = v.transposed(1, 0)
            }
            sanitized[k] = v
        }
        return sanitized
    }
}
