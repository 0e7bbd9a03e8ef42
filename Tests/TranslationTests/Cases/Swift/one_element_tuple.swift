import MLX
import MLXNN

/// `SuffixNorm`, one_element_tuple.py:8.
public final class CaseSuffixNorm: Module {
    let dims: Int
    let featureDims: [Int]
    let axes: [Int]

    public init(_ dims: Int, featureDims: [Int]) {
        self.dims = dims
        let featureDims = Array(featureDims)
        self.featureDims = featureDims
        axes = Array(1..<max(1, 2 + featureDims.count))
    }

    /// `SuffixNorm.__call__`, one_element_tuple.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let suffix = featureDims + [dims]
        if Array(x.shape.dropFirst(1)) != suffix { return x }
        let shape = (1, 1, dims)
        let y = x - mean(x, axes: axes, keepDims: true)
        return y * MLXArray.ones(Array(repeating: 1, count: suffix.count))
            + MLXArray.arange(dims, dtype: .int32).reshaped([shape.0, shape.1, shape.2])
    }
}

/// `OneElementTuple`, one_element_tuple.py:24.
public final class CaseOneElementTuple: Module {
    @ModuleInfo var norm: CaseSuffixNorm

    public init(_ config: CaseConfiguration) {
        _norm.wrappedValue = CaseSuffixNorm(config.hiddenSize, featureDims: [config.numLayers + 1])
    }

    /// `OneElementTuple.__call__`, one_element_tuple.py:29.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var y = norm(x)
        if y.shape != [x.dim(0), 3, 4] { y = y + 1 }
        return y
    }
}
