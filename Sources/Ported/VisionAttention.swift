// Ported from mlx_vlm/models/attention.py, mlx-vlm 0.7.10, MIT,
// sha256 c67c00c9a09cfb25053e538befc0ee74884c92b268f1c2f8ee8575c3c37d53e8.

import Foundation
import MLX
import MLXNN

/// Attention of all patches to all, without positions of its own (`VisionAttention`).
public final class VisionAttention: Module {
    @ModuleInfo(key: "q_proj") var qProj: Linear
    @ModuleInfo(key: "k_proj") var kProj: Linear
    @ModuleInfo(key: "v_proj") var vProj: Linear
    @ModuleInfo(key: "out_proj") var outProj: Linear

    /// How many heads there are.
    public let numHeads: Int
    /// The factor on the products of queries and keys.
    public let scale: Double

    /// Attention of `dims` features; the sizes that are not given are `dims`, that of values the one of keys.
    ///
    /// - Throws: `PythonFailure` where the features cannot be shared out among the heads.
    public init(
        _ dims: Int, _ numHeads: Int, queryInputDims: Int? = nil, keyInputDims: Int? = nil,
        valueInputDims: Int? = nil, valueDims: Int? = nil, valueOutputDims: Int? = nil,
        bias: Bool = true
    ) throws {
        guard numHeads > 0, dims % numHeads == 0 else {
            throw PythonFailure.raised(
                "ValueError", "\(dims) features cannot be shared out among \(numHeads) heads")
        }
        let keyInputDims = keyInputDims.nonZero ?? dims
        let valueDims = valueDims.nonZero ?? dims
        self.numHeads = numHeads
        scale = pow(Double(dims / numHeads), -0.5)
        super.init()
        _qProj.wrappedValue = Linear(queryInputDims.nonZero ?? dims, dims, bias: bias)
        _kProj.wrappedValue = Linear(keyInputDims, dims, bias: bias)
        _vProj.wrappedValue = Linear(valueInputDims.nonZero ?? keyInputDims, valueDims, bias: bias)
        _outProj.wrappedValue = Linear(valueDims, valueOutputDims.nonZero ?? dims, bias: bias)
    }

    /// What each of the patches `x` `[B, L, D]` attends to, of the same shape.
    ///
    /// - Parameter mask: added to the scores, or truth values that choose them, or nothing.
    public func callAsFunction(_ x: MLXArray, _ mask: MLXArray? = nil) -> MLXArray {
        observe {
            var queries = qProj(x)
            var keys = kProj(x)
            var values = vProj(x)
            let (batch, length, source) = (queries.dim(0), queries.dim(1), keys.dim(1))
            queries = queries.reshaped(batch, length, numHeads, -1).transposed(0, 2, 1, 3)
            keys = keys.reshaped(batch, source, numHeads, -1).transposed(0, 2, 1, 3)
            values = values.reshaped(batch, source, numHeads, -1).transposed(0, 2, 1, 3)
            var output = MLXFast.scaledDotProductAttention(
                queries: queries, keys: keys, values: values, scale: Float(scale), mask: mask)
            output = output.transposed(0, 2, 1, 3).reshaped(batch, length, -1)
            return outProj(output)
        }
    }
}
