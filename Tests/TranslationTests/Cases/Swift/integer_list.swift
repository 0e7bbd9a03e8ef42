import MLX
import MLXNN

/// `IntegerList`, integer_list.py:6.
public final class CaseIntegerList: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `IntegerList.__call__`, integer_list.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var sizes: [Int] = []
        for i in 0..<3 {
            sizes.append(i)
        }
        return x.reshaped(sizes + [-1])
    }
}
