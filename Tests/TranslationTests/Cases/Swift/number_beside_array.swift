import MLX
import MLXNN
import ModelPorted

/// `NumberBesideArray`, number_beside_array.py:7.
public final class CaseNumberBesideArray: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `NumberBesideArray.__call__`, number_beside_array.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let scale = x.dim(0) > 1 ? NumberOrArray.array(abs(x)) : .number(2)
        return proj(x) * scale
    }
}
