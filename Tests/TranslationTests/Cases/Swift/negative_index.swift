import MLX
import MLXNN
import ModelPorted

/// `NegativeIndex`, negative_index.py:6.
public final class CaseNegativeIndex: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `NegativeIndex.__call__`, negative_index.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let n = x.dim(-1)
        let labels = config.labels.nonEmpty ?? ["a"]
        if labels.last! == "a", labels[labels.count - 2] == "b", labels[0] == "c" {
            return x[-1]
        }
        return x.reshaped(-1, n)[0, -1]
    }
}
