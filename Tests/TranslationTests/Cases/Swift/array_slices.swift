import MLX
import MLXNN

/// `ArraySlices`, array_slices.py:6.
public final class CaseArraySlices: Module {
    let window: Int

    public init(_ config: CaseConfiguration) {
        window = config.hiddenSize
    }

    /// `ArraySlices.__call__`, array_slices.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let last = x[0..., (-1)..., 0...]
        let first = x[0..., ..<window]
        let even = x[.ellipsis, .stride(by: 2)]
        let odd = x[.ellipsis, .stride(from: 1, by: 2)]
        let wide = x[0..., .newAxis, 0...]
        let row = x[0]
        let tail = x[0..., .stride(from: 1, to: window)]
        return last + first + even + odd + wide + row + tail
    }
}
