import Foundation
import MLX
import MLXNN

/// `ArrayArithmetic`, array_arithmetic.py:6.
public final class CaseArrayArithmetic: Module {
    let scale: Double

    public init(_ config: CaseConfiguration) {
        scale = config.scale
    }

    /// `ArrayArithmetic.__call__`, array_arithmetic.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y = (x - mean(x, axis: -1, keepDims: true)) * scale
        let z = -x / (1 + pow(y, 2))
        return matmul(y, z) - (y - z)
    }
}
