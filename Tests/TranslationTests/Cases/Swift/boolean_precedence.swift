import MLX
import MLXNN

/// `BooleanPrecedence`, boolean_precedence.py:6.
public final class CaseBooleanPrecedence: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `BooleanPrecedence.__call__`, boolean_precedence.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        let a = config.useBias
        let b = config.tied
        let n = config.hiddenSize
        if a || b, n > 1 { x = x + 1 }
        if a || b && n > 1 { x = x + 2 }
        if !(a && b) { x = x + 3 }
        if a != b { x = x + 4 }
        return x * (a ? 2 : 3) - (n - 1) * 2
    }
}
