import MLX
import MLXNN
import ModelPorted

/// `ComplexNumbers`, complex_numbers.py:6.
public final class CaseComplexNumbers: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ComplexNumbers.__call__`, complex_numbers.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let angles = MLXArray.arange(2, dtype: .float32)
        let rotation = cos(angles) + MLXArray(real: 0.0, imaginary: 1.0) * sin(angles)
        let pairs = proj(x).reshaped(-1, 2, 2)
        let turned =
            (pairs[.ellipsis, 0] + MLXArray(real: 0.0, imaginary: 1.0) * pairs[.ellipsis, 1])
            * rotation
        return stacked([turned.realPart(), turned.imaginaryPart()], axis: -1).reshaped(x.shape)
    }
}
