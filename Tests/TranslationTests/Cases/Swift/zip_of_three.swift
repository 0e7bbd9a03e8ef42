import MLX
import MLXNN
import ModelPorted

/// `ZipOfThree`, zip_of_three.py:6.
public final class CaseZipOfThree: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ZipOfThree.__call__`, zip_of_three.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for (a, b, c) in zip([1, 2], [3, 4], [5, 6]) {
            x = x + a * b * c
        }
        return proj(x)
    }
}
