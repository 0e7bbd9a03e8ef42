import MLX
import MLXNN

/// `RowsOfTuples`, rows_of_tuples.py:15.
public final class CaseRowsOfTuples: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `RowsOfTuples.__call__`, rows_of_tuples.py:20.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let rows = casePositions(x.dim(1))
        return proj(x) * sum(rows)
    }
}

/// `positions`, rows_of_tuples.py:7.
public func casePositions(_ count: Int) -> MLXArray {
    var rows: [(Int, Int, Int)] = []
    for first in 0..<max(0, count) {
        for second in 0..<2 {
            rows.append((first, second, first * count + second))
        }
    }
    return stacked(rows.map { MLXArray([$0.0, $0.1, $0.2]) }).asType(.int32)
}
