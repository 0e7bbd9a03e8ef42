import MLX
import MLXNN
import ModelPorted

/// `HostArrays`, host_arrays.py:7.
public final class CaseHostArrays: Module {
    let count: Int
    @ModuleInfo var positions: Embedding

    public init(_ config: CaseConfiguration) {
        count = config.hiddenSize
        _positions.wrappedValue = Embedding(
            embeddingCount: config.hiddenSize, dimensions: config.hiddenSize)
    }

    /// `HostArrays.__call__`, host_arrays.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let ids = MLXArray.arange(count, dtype: .int64)[.newAxis, 0...]
        var x = x + positions(ids)[0, ..<x.dim(-1)]
        let flat = x.flattened()
        let places = nonzeroIndices(flat .> 0)[0].asType(.uint32)
        flat[places] = MLXArray.zeros([places.dim(0)])
        x = flat.reshaped(x.shape)
        let rows = nonzeroIndices(sum(x, axis: -1) .<= 0)[0].asArray(Int.self)
        let columns = nonzeroIndices(x .< 0)[1]
        return sum(x[MLXArray(rows), .ellipsis]) + sum(columns) + x
    }
}
