import MLX
import MLXNN

/// `AbsenceByName`, absence_by_name.py:6.
public final class CaseAbsenceByName: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `AbsenceByName.embed`, absence_by_name.py:11.
    public func embed(_ x: MLXArray, given: MLXArray? = nil) -> MLXArray {
        let h = given ?? proj(x)
        return h
    }

    /// `AbsenceByName.__call__`, absence_by_name.py:19.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        embed(x, given: abs(x)) + embed(x)
    }
}
