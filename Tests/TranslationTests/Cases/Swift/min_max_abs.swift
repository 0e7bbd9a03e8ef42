import MLX
import MLXNN

/// `MinMaxAbs`, min_max_abs.py:6.
public final class CaseMinMaxAbs: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `MinMaxAbs.__call__`, min_max_abs.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let n = max(config.hiddenSize, 3)
        let m = min(config.eps, Double(n), 2)
        return x * abs(m) * n * Double(n)
    }
}
