import MLX
import MLXNN

/// `OptionalFunctionAttribute`, optional_function_attribute.py:6.
public final class CaseOptionalFunctionAttribute: Module {
    let isNormed: Bool
    var normalize: ((MLXArray) -> MLXArray)?

    public init(_ config: CaseConfiguration) {
        let isNormed = config.hiddenSize > 0
        self.isNormed = isNormed
        if isNormed {
            normalize = { (x: MLXArray) in
                MLXFast.rmsNorm(
                    x, weight: MLXArray.ones([x.dim(-1)], dtype: x.dtype), eps: Float(config.eps))
            }
        }
    }

    /// `OptionalFunctionAttribute.__call__`, optional_function_attribute.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let parts = split(x, parts: 2, axis: -1).map { element in
            (isNormed ? normalize! : { (x: MLXArray) in x })(element)
        }
        var first = parts[0]
        var second = parts[1]
        if let normalize {
            let parts2 = [first * 2, second].map { normalize($0) }
            first = parts2[0]
            second = parts2[1]
        }
        return first + second
    }
}
