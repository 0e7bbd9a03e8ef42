import MLX
import MLXNN
import ModelPorted

/// `Scores`, mask_made_array.py:10.
public final class CaseScores: Module {
    let scale: Double

    public override init() { scale = 0.5 }

    /// `Scores.__call__`, mask_made_array.py:15.
    public func callAsFunction(_ x: MLXArray, mask: AttentionMask = .none) -> MLXArray {
        var mask = mask
        var scores = matmul(x, x.transposed(0, 2, 1)) * scale
        if !mask.isNone {
            if mask.isCausal {
                let parts = Array(scores.shape.suffix(2))
                let queryLength = parts[0]
                let keyLength = parts[1]
                let queryPositions = MLXArray.arange(
                    keyLength - queryLength, keyLength, dtype: .int32)
                let keyPositions = MLXArray.arange(keyLength, dtype: .int32)
                mask = .array(queryPositions[0..., .newAxis] .>= keyPositions[.newAxis])
            }
            if mask.array!.dtype == .bool {
                scores = which(mask.array!, scores, DType.FInfo(dtype: scores.dtype).min)
            } else {
                scores += mask.array!
            }
        }
        return softmax(scores, axis: -1)
    }
}

/// `MaskMadeArray`, mask_made_array.py:30.
public final class CaseMaskMadeArray: Module {
    @ModuleInfo var scores: CaseScores

    public init(_ config: CaseConfiguration) {
        _scores.wrappedValue = CaseScores()
    }

    /// `MaskMadeArray.__call__`, mask_made_array.py:35.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        let mask = createAttentionMask(x, cache: cache)
        let (batch, length) = (x.dim(0), x.dim(1))
        let shape = MLXArray.zeros([length]).shape
        let ones = broadcast(x[..<1, 0..., ..<1], to: [batch] + shape + [1])
        return scores(x + ones, mask: mask)
    }
}
