import Foundation
import MLX
import MLXNN
import ModelPorted

/// `FunctionAttribute`, function_attribute.py:18.
public final class CaseFunctionAttribute: Module {
    let scaling: Double
    let _frequencies: MLXArray

    public init(_ config: CaseConfiguration) throws {
        let frequencies: MLXArray
        (frequencies, scaling) = try caseParameters(config)
        _frequencies = frequencies[.ellipsis].asType(.float32)
    }

    /// `FunctionAttribute.__call__`, function_attribute.py:25.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        x[.ellipsis, ..<2] * _frequencies * scaling
    }
}

/// `parameters`, function_attribute.py:6.
public func caseParameters(_ config: CaseConfiguration? = nil) throws -> (MLXArray, Double) {
    var base: Double? = nil
    var size: Int? = nil
    if let config {
        base = config.scale
        size = config.hiddenSize
    }
    return try (
        1.0
            / pow(
                required(base, "base"),
                MLXArray.arange(0, required(size, "size"), step: 2, dtype: .float32)
                    / required(size, "size")), 0.5
    )
}
