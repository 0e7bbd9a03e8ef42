import MLX
import MLXNN

/// `PairTurned`, absent_pair.py:7.
public final class CasePairTurned: Module {

    /// `PairTurned.__call__`, absent_pair.py:8.
    public func callAsFunction(_ x: MLXArray, angles: (MLXArray, MLXArray)? = nil) -> MLXArray {
        let (cos, sin) = angles!
        return x * cos + x * sin
    }
}

/// `AbsentPair`, absent_pair.py:13.
public final class CaseAbsentPair: Module {
    @ModuleInfo var turned: CasePairTurned

    public init(_ config: CaseConfiguration) {
        _turned.wrappedValue = CasePairTurned()
    }

    /// `AbsentPair.__call__`, absent_pair.py:18.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        turned(x, angles: (cos(x), sin(x)))
    }
}
