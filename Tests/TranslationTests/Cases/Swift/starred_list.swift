import MLX
import MLXNN

/// `StarredList`, starred_list.py:6.
public final class CaseStarredList: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `StarredList.__call__`, starred_list.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let shape = Array(x.shape.dropLast(1)) + [2, 2]
        return x.reshaped(shape).reshaped(Array(x.shape.dropLast(1)) + [4])
    }
}
