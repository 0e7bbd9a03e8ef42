import MLX
import MLXNN
import ModelPorted

/// `ComparedList`, compared_list.py:8.
public final class CaseComparedList: Module {
    let token: Int

    public init(_ config: CaseConfiguration) {
        token = config.numLayers
    }

    /// `ComparedList.places`, compared_list.py:13.
    public func places(_ ids: MLXArray, mask: MLXArray? = nil) throws -> MLXArray {
        let count = ids.dim(1)
        let mask = mask ?? MLXArray.ones(like: ids)
        var rows = MLXArray.ones([2, ids.dim(0), count], dtype: ids.dtype)
        for (i, ids) in ids.enumerated() {
            let kept = mask[i].asArray(Int.self)
            let tokens = zip(ids.asArray(Int.self), kept).filter { (token, keep) in keep == 1 }.map
            { (token, keep) in token }
            let start = try tokens.requiredIndex(of: token, from: 1)
            let positions = stacked([ids, MLXArray.arange(count, dtype: .int32) + start])
            var padded = (0..<2).map { _ in Array(repeating: 1, count: max(0, count)) }
            let compact = positions.map { $0.asArray(Int.self) }
            for (column, keep) in kept.enumerated() {
                if keep == 1 {
                    for axis in 0..<2 {
                        padded[axis][column] = compact[axis][column]
                    }
                }
            }
            let row = stacked(padded.map { MLXArray($0) }).asType(rows.dtype).expandedDimensions(
                axis: 1)
            rows = concatenated(
                [rows[0..., ..<i, 0...], row, rows[0..., (i + 1)..., 0...]], axis: 1)
        }
        return rows
    }

    /// `ComparedList.__call__`, compared_list.py:33.
    public func callAsFunction(_ x: MLXArray) throws -> MLXArray {
        let ids = argSort(x, axis: -1)
        return try x + places(ids) - places(ids, mask: ids .!= 3)
    }
}
