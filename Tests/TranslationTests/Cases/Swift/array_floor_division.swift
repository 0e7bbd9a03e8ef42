import MLX
import MLXNN

/// `ArrayFloorDivision`, array_floor_division.py:10.
public final class CaseArrayFloorDivision: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ArrayFloorDivision.__call__`, array_floor_division.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { floorDivide(x, 2) }
}
