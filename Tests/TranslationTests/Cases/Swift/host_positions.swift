import MLX
import MLXNN
import ModelPorted

/// `HostPositions`, host_positions.py:7.
public final class CaseHostPositions: Module {
    let start: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        start = config.numLayers
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `HostPositions.window`, host_positions.py:13.
    public func window(_ x: MLXArray) -> MLXArray {
        let columns = nonzeroIndices(x .> 0)[1]
        let inside = columns .>= start .&& columns .< start + 2
        let indices = nonzeroIndices(inside.flattened())[0].asType(.uint32)
        return x.reshaped(-1, 1)[indices]
    }

    /// `HostPositions.scattered`, host_positions.py:20.
    public func scattered(_ x: MLXArray, places: MLXArray) -> MLXArray {
        let found = places
        let parts = nonzeroIndices(found .>= 0)
        let rows = parts[0]
        let columns = parts[1]
        let targets = found[rows, columns]
        let out = MLXArray.zeros([x.dim(0), 8])
        out[rows, targets] += x[rows, columns]
        return out
    }

    /// `HostPositions.counted`, host_positions.py:28.
    public func counted(_ counts: MLXArray) -> MLXArray {
        let owners = repeatedEach(
            MLXArray.arange(counts.dim(0), dtype: .int64), counts.asType(.int32).asArray(Int.self)
        ).asType(.int32)
        let offsets =
            [0]
            + Array(
                MLXArray(int64: runningSums(counts.asArray(Int.self))).asArray(Int.self).dropLast(1)
            )
        let shifted = MLXArray(int64: offsets).asType(.int32) + 1
        let pairs = stacked(
            nonzeroIndices(stacked([offsets, offsets].map { MLXArray(int64: $0) }) .> 0), axis: -1
        ).map { $0.asArray(Int.self) }
        let total = pairs.pairs.map { (row, column) in row * column }.reduce(0, +)
        let table = stacked([shifted, MLXArray.zeros([offsets.count], dtype: .int32)])
        return sum(owners) + sum(table) + total
    }

    /// `HostPositions.segments`, host_positions.py:40.
    public func segments(_ x: MLXArray, ids: MLXArray) -> MLXArray {
        let marks = nonzeroIndices(ids .== start)[0]
        var parts = [x[..<marks.dim(0)]]
        var last = 0
        for (i, mark) in marks.asArray(Int.self).enumerated() {
            if mark > last { parts.append(x[.stride(from: last, to: mark)] * i) }
            last = mark + 1
        }
        return sum(concatenated(parts))
    }

    /// `HostPositions.__call__`, host_positions.py:51.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let ids = MLXArray([1, 2, 3, 3, 2, 3])
        let x = x + segments(MLXArray.arange(6, dtype: .int32) * 1.5, ids: ids)
        let places = stacked([[3, -1, 5, 0], [-1, 2, 7, 1]].map { MLXArray($0) })
        let out = sum(scattered(proj(x), places: places))
        return out + sum(window(x)) + counted(MLXArray([2, 0, 3]))
    }
}
