import MLX
import MLXNN

/// `ConditionalComprehension`, conditional_comprehension.py:10.
public final class CaseConditionalComprehension: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ConditionalComprehension.__call__`, conditional_comprehension.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let sizes = x.shape.filter { $0 != 3 }.map { n in n > 1 ? n : 1 }
        return x.reshaped(sizes)
    }
}
