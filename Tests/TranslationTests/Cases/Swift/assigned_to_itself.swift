import MLX
import MLXNN
import ModelPorted

/// `AssignedToItselfPart`, assigned_to_itself.py:6.
public final class CaseAssignedToItselfPart: Module {
    let heads: Int
    @ModuleInfo var proj: Linear

    public init(_ dims: Int, heads: Int) throws {
        self.heads = heads
        _proj.wrappedValue = try Linear(dims.floorDivided(by: heads), heads)
    }

    /// `AssignedToItselfPart.__call__`, assigned_to_itself.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * heads }
}

/// `AssignedToItself`, assigned_to_itself.py:16.
public final class CaseAssignedToItself: Module {
    @ModuleInfo var part: CaseAssignedToItselfPart

    public init(_ config: CaseConfiguration) throws {
        _part.wrappedValue = try CaseAssignedToItselfPart(config.hiddenSize, heads: 2)
    }

    /// `AssignedToItself.__call__`, assigned_to_itself.py:21.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { part(x) }
}
