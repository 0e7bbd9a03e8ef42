import MLX
import MLXNN

/// `PairOrNumber`, pair_or_number.py:10.
public final class CasePairOrNumber: Module {
    let size: (Int, Int)
    let stride: Int

    public init(_ config: CaseConfiguration) {
        size = (config.numLayers, 1)
        stride = config.numLayers
    }

    /// `PairOrNumber.__call__`, pair_or_number.py:21.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let size = Array([self.size.0, self.size.1])
        let stride = (self.stride, self.stride)
        let sizes = [self.stride] + Array([self.size.0, self.size.1])
        let rows = MLXArray.zeros([size[0], size[1] * stride.1]) + sizes.count
        return matmul(x[.ellipsis, ..<stride.0], rows.T)
    }
}
