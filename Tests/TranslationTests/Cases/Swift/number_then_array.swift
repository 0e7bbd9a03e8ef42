import MLX
import MLXNN

/// `NumberThenArray`, number_then_array.py:15.
public final class CaseNumberThenArray: Module {
    @ParameterInfo var slopes: MLXArray
    let limit: Int?

    public init(_ config: CaseConfiguration) {
        _slopes.wrappedValue = caseMakeSlopes(config.hiddenSize)
        limit = config.window
    }

    /// `NumberThenArray.shifted`, number_then_array.py:21.
    public func shifted(_ low: Int, high: Double) -> Double {
        var high = high
        if Double(low) == high { high += 0.5 }
        return high - Double(low)
    }

    /// `NumberThenArray.__call__`, number_then_array.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var offset = 0
        if x.dim(0) > 1 { offset = x.dim(0) }
        var offset2 = MLXArray(offset)
        let pad = Array(repeating: 1, count: max(0, 4 - x.ndim)) + Array(x.shape)
        if limit != nil || shifted(1, high: Double(x.dim(0))) > 2 {
            offset2 = offset2 + pad.count
        }
        var parts: [MLXArray] = []
        for i in 0..<2 {
            parts.append(x * i)
        }
        let parts2 = stacked(parts)
        return x + sum(parts2, axis: 0) + offset2 + sum(slopes)
    }
}

/// `make_slopes`, number_then_array.py:6.
public func caseMakeSlopes(_ n: Int) -> MLXArray {
    let slopes =
        if n > 2 { (0..<max(0, n)).map { 1.0 / Double($0 + 1) } } else {
            Array(repeating: 0.5, count: max(0, n))
        }
    let slopes2 = MLXArray(converting: slopes).asType(.float32)
    return -slopes2
}
