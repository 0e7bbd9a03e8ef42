import MLX
import MLXNN
import ModelPorted

/// `DefaultOr`, default_or.py:6.
public final class CaseDefaultOr: Module {
    let size: Int
    let label: String
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        let size = config.headDimensions.nonZero ?? config.hiddenSize.floorQuotient(2)
        self.size = size
        label = config.label.nonEmpty ?? "none"
        let labels = config.labels.nonEmpty ?? ["a", "b"]
        _proj.wrappedValue = Linear(size, labels.count)
    }

    /// `DefaultOr.__call__`, default_or.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        if label == "none" { return proj(x) }
        return x.reshaped(-1, size)
    }
}
