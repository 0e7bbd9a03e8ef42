import MLX
import MLXNN
import ModelPorted

/// `SetOfArrays`, set_of_arrays.py:6.
public final class CaseSetOfArrays: Module {
    let unit: Int

    public init(_ config: CaseConfiguration) {
        unit = config.numLayers
    }

    /// `SetOfArrays.lengths`, set_of_arrays.py:11.
    public func lengths(_ grid: MLXArray) -> MLXArray {
        var ends = [0]
        for (height, width) in grid.map({ $0.asArray(Int.self) }).pairs {
            let rows = MLXArray.arange(height * width, dtype: .int32).reshaped(height, width)
            let counts = sum(rows .!= 1, axis: -1).reshaped(-1)
            ends.append(contentsOf: (cumsum(counts, axis: 0) * unit + ends.last!).asArray(Int.self))
        }
        return listArray(ends)
    }

    /// `SetOfArrays.__call__`, set_of_arrays.py:19.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let ends = lengths(stacked([[2, 3], [1, 1], [1, 2]].map { MLXArray($0) }))
        var seen: Set<ArrayIdentity> = []
        var kept: [Int] = []
        for (i, end) in ends.enumerated() {
            if !seen.contains(ArrayIdentity(end)) {
                seen.insert(ArrayIdentity(end))
                kept.append(i)
            }
        }
        return x + sum(ends[MLXArray(kept).asType(.int32)])
    }
}
