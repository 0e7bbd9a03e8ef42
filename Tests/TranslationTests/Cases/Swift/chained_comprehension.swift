import MLX
import MLXNN

/// `ChainedComprehension`, chained_comprehension.py:6.
public final class CaseChainedComprehension: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ChainedComprehension.__call__`, chained_comprehension.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let sizes = (0..<2).flatMap { i in (0..<3).map { i + $0 } }
        return x.reshaped(sizes)
    }
}
