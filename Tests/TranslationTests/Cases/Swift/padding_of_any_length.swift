import MLX
import MLXNN

/// `PaddingOfAnyLength`, padding_of_any_length.py:15.
public final class CasePaddingOfAnyLength: Module {
    let padding: (Int, Int, Int, Int)
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        padding = (1, 0, 0, config.numLayers)
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `PaddingOfAnyLength.__call__`, padding_of_any_length.py:21.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var y = padded(proj(x), widths: casePadWidth([0, 1], shape: x.shape).map { IntOrPair($0) })
        y = padded(
            y,
            widths: casePadWidth([padding.0, padding.1, padding.2, padding.3], shape: y.shape).map {
                IntOrPair($0)
            })
        var sizes = Array(repeating: 0, count: 2)
        sizes[1] = 2
        return padded(y, widths: casePadWidth(Array(sizes), shape: y.shape).map { IntOrPair($0) })
    }
}

/// `pad_width`, padding_of_any_length.py:6.
public func casePadWidth(_ padding: [Int], shape: [Int]) -> [(Int, Int)] {
    var widths = Array(repeating: (0, 0), count: shape.count)
    if padding.count >= 2 { widths[widths.count - 1] = (padding[0], padding[1]) }
    if padding.count >= 4 { widths[widths.count - 2] = (padding[2], padding[3]) }
    return widths
}
