import MLX
import MLXNN

/// `ShapeTwice`, shape_twice.py:6.
public final class CaseShapeTwice: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ShapeTwice.__call__`, shape_twice.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var (batch, length, dimensions) = (x.dim(0), x.dim(1), x.dim(2))
        let x = x.reshaped(batch, length * dimensions)
        batch = x.dim(0)
        length = x.dim(1)
        return proj(x).reshaped(batch, -1) * length
    }
}
