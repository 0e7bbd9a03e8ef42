import MLX
import MLXNN

/// `AssignedWeight`, assigned_weight.py:8.
public final class CaseAssignedWeight: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4, bias: false)
    }

    /// `AssignedWeight.__call__`, assigned_weight.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        proj.weight._updateInternal(clip(proj.weight, min: -1.0, max: 1.0))
        return proj(x)
    }
}
