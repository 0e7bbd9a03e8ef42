import MLX
import MLXNN
import ModelPorted

/// `SumOfArrays`, sum_of_arrays.py:7.
public final class CaseSumOfArrays: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `SumOfArrays.__call__`, sum_of_arrays.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let total = pythonSum((0..<x.dim(1)).map { i in x[0..., i..<i + 1] })
        var shape = Array(x.shape)
        shape[shape.count - 1] = 4
        return proj(broadcast(total, to: shape))
    }
}
