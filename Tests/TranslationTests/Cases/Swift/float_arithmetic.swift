import Foundation
import MLX
import MLXNN

/// `FloatArithmetic`, float_arithmetic.py:6.
public final class CaseFloatArithmetic: Module {
    let a: Double
    let b: Double
    let c: Double
    let d: Double
    let e: Double

    public init(_ config: CaseConfiguration) {
        a = Double(config.hiddenSize) / Double(config.numLayers)
        b = pow(Double(config.hiddenSize), -0.5)
        c = 1 / config.scale + 2
        d = pow(config.scale, 2)
        e = Double(config.hiddenSize) * config.eps
    }

    /// `FloatArithmetic.__call__`, float_arithmetic.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { x * a * b * c * d * e }
}
