import MLX
import MLXNN
import ModelPorted

/// `HostBuilding`, host_building.py:7.
public final class CaseHostBuilding: Module {
    let mark: Int

    public init(_ config: CaseConfiguration) {
        mark = config.numLayers
    }

    /// `HostBuilding.positions`, host_building.py:12.
    public func positions(_ tokens: MLXArray, grid: MLXArray) -> MLXArray {
        let ids = hostArray(tokens.asArray(Int.self))
        let starts = nonzeroIndices(ids .== mark)[0].asArray(Int.self)
        let columns = MLXArray.arange(ids.size, dtype: .int64)
        let rows = MLXArray.full([ids.size], values: MLXArray(100_000_001), dtype: .int64)
        let kinds = MLXArray.zeros([ids.size], dtype: .uint8)
        for start in starts {
            let parts = grid.flattened().asArray(Int.self)
            let height = parts[1]
            let width = parts[2]
            let end = min(start + height * width, ids.size)
            columns[.stride(from: start, to: end)] =
                tiled(MLXArray.arange(width, dtype: .int64), repetitions: height)[..<(end - start)]
            rows[.stride(from: start, to: end)] =
                repeated(MLXArray.arange(height, dtype: .int64), count: width)[..<(end - start)]
            kinds[.stride(from: start, to: end)] = MLXArray(start + 1)
        }
        for (place, kind) in zip(1..., Array(kinds.asArray(Int.self).dropFirst(1))) {
            columns[place..<place + 1] = columns[place..<place + 1] + kind * place
        }
        let most =
            columns.max().item(Int.self) - columns.min().item(Int.self) + kinds.max().item(Int.self)
            - rows.min().item(Int.self)
        columns[0..<1] = MLXArray(most)
        let parts = concatenated([columns, rows]).reshaped(2, -1)
        return parts + kinds
    }

    /// `HostBuilding.chosen`, host_building.py:31.
    public func chosen(_ x: MLXArray) -> MLXArray {
        let weights = MLXArray.ones([2, 2], dtype: .float32).flattened()
        let places = MLXArray.arange(1, 5, dtype: .int64).asType(.uint32)
        let inside = (x .> 0).asType(.bool)
        return weights * places[..<weights.size] + sum(inside) + inside.ndim
    }

    /// `HostBuilding.__call__`, host_building.py:37.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let tokens = MLXArray([5, 2, 7, 7, 7, 7, 7, 2, 7])
        let positions = self.positions(tokens, grid: stacked([[1, 2, 3]].map { MLXArray($0) }))
        return x + sum(positions, axis: 0)[..<4] + max(positions[1]) + chosen(x)
    }
}
