import MLX
import MLXNN

/// `BareLogits`, bare_logits.py:6.
public final class CaseBareLogits: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `BareLogits.double`, bare_logits.py:11.
    public func double(_ x: MLXArray, n: Int) -> MLXArray {
        if n > 1 { return proj(x) }
        return x
    }

    /// `BareLogits.__call__`, bare_logits.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { double(x, n: x.dim(0)) }
}
