import MLX
import MLXNN

/// `Transposes`, transposes.py:6.
public final class CaseTransposes: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `Transposes.__call__`, transposes.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y = x.transposed(0, 2, 1).swappedAxes(0, 1)
        let z = x.transposed(1, 0, 2) + x.expandedDimensions(axis: 0).squeezed(axis: 0) + x.T
        return stacked([y, z], axis: 1)
    }
}
