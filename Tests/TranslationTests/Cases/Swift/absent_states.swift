import MLX
import MLXNN
import ModelPorted

/// `AbsentStates`, absent_states.py:8.
public final class CaseAbsentStates: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `AbsentStates.step`, absent_states.py:13.
    public func step(_ x: MLXArray, state: MLXArray? = nil) -> (MLXArray, MLXArray) {
        var x = x
        if let state { x = x + state }
        return (proj(x), x)
    }

    /// `AbsentStates.fresh`, absent_states.py:18.
    public func fresh() -> ArraysCache { ArraysCache(size: 2) }

    /// `AbsentStates.__call__`, absent_states.py:21.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        var x = x + fresh().byteCount
        let cache = cache ?? ArraysCache(size: 2)
        (x, (cache as! ArraysCache)[0]) = step(x, state: (cache as! ArraysCache)[0])
        (x, (cache as! ArraysCache)[1]) = step(x, state: (cache as! ArraysCache)[1])
        return x
    }
}
