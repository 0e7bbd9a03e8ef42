import MLX
import MLXNN

/// `AbsentParameter`, absent_parameter.py:6.
public final class CaseAbsentParameter: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `AbsentParameter.step`, absent_parameter.py:11.
    public func step(_ x: MLXArray) -> MLXArray {
        let state = x * 0
        return proj(x) + state
    }

    /// `AbsentParameter.clipped`, absent_parameter.py:16.
    public func clipped(_ x: MLXArray) -> MLXArray { x }

    /// `AbsentParameter.__call__`, absent_parameter.py:21.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { clipped(step(x)) }
}
