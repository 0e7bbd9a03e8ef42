import MLX
import MLXNN

/// `StarredShape`, starred_shape.py:6.
public final class CaseStarredShape: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `StarredShape.__call__`, starred_shape.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let (batch, length) = (x.dim(0), x.dim(1))
        return proj(x).reshaped(batch * length, -1)
    }
}
