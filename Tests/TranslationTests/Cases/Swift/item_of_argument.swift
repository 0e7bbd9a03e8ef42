import MLX
import MLXNN
import ModelPorted

/// `CountedFrequencies`, item_of_argument.py:6.
public final class CaseCountedFrequencies: Module {
    let dims: Int

    public init(_ dims: Int) {
        self.dims = dims
    }

    /// `CountedFrequencies.__call__`, item_of_argument.py:11.
    public func callAsFunction(_ length: MLXArray) -> MLXArray {
        let length = wholeNumber(length)
        let positions = MLXArray.arange(length, dtype: .float32)
        return outer(positions, MLXArray.arange(dims, dtype: .float32))
    }
}

/// `ItemOfArgument`, item_of_argument.py:18.
public final class CaseItemOfArgument: Module {
    @ModuleInfo var frequencies: CaseCountedFrequencies

    public init(_ config: CaseConfiguration) {
        _frequencies.wrappedValue = CaseCountedFrequencies(4)
    }

    /// `ItemOfArgument.__call__`, item_of_argument.py:23.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let longest = max(floor(abs(x)) + 2)
        return x + frequencies(longest)[-1]
    }
}
