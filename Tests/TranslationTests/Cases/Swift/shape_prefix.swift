import MLX
import MLXNN

/// `ShapePrefix`, shape_prefix.py:6.
public final class CaseShapePrefix: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ShapePrefix.__call__`, shape_prefix.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let (batch, length) = (x.dim(0), x.dim(1))
        return proj(x).reshaped(batch, length, -1)
    }
}
