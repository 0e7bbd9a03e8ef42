import MLX
import MLXNN

/// `StarredAssignment`, starred_assignment.py:6.
public final class CaseStarredAssignment: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `StarredAssignment.__call__`, starred_assignment.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let first = x.dim(0)
        let rest = Array(x.shape.dropFirst(1))
        let lead = Array(x.shape.dropLast(1))
        let last = x.dim(-1)
        var parts = proj(x).shape
        let width = parts.last!
        parts = (proj(x) + first).shape
        let start = parts[0]
        let middle = Array(parts.dropLast(1).dropFirst(1))
        let end = parts.last!
        let ones = MLXArray.ones(middle)
        return proj(x).reshaped(lead + [last]) * width + sum(ones) * rest.count + start * end
    }
}
