import MLX
import MLXNN

/// `EarlyOutOfLoop`, early_out_of_loop.py:6.
public final class CaseEarlyOutOfLoop: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `EarlyOutOfLoop.__call__`, early_out_of_loop.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for i in 0..<4 {
            if i == 2 { return x }
            if i == 3 { break }
            x = proj(x)
        }
        let elseValue = x * 2
        return elseValue
    }
}
