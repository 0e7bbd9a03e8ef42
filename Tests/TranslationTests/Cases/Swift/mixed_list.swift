import MLX
import MLXNN

/// `MixedList`, mixed_list.py:6.
public final class CaseMixedList: Module {
    let limit: Int

    public init(_ config: CaseConfiguration) {
        limit = config.numLayers
    }

    /// `MixedList.__call__`, mixed_list.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var offsets: [MLXArray] = []
        if limit > 0 {
            for (i, row) in x.enumerated() {
                if i >= limit {
                    offsets.append(MLXArray(0))
                    continue
                }
                offsets.append(max(row) + i)
            }
            let offsets2 = stacked(offsets).reshaped(-1, 1)
            return x + offsets2
        } else {
            let offsets =
                if limit == 0 { max(x, axis: -1, keepDims: true) } else {
                    MLXArray.zeros([x.dim(0), 1], dtype: x.dtype)
                }
            return x - offsets
        }
    }
}
