import MLX
import MLXNN

/// `JoinedTable`, index_that_may_be_absent.py:8.
public final class CaseJoinedTable: Module {
    @ParameterInfo var first: MLXArray
    @ParameterInfo var second: MLXArray

    public init(_ size: Int) {
        _first.wrappedValue = MLXArray.zeros([3, size])
        _second.wrappedValue = MLXArray.zeros([2, size])
    }

    /// `JoinedTable.__call__`, index_that_may_be_absent.py:14.
    public func callAsFunction(_ x: MLXArray?) -> MLXArray {
        concatenated([first, second])[x!]
    }
}

/// `IndexThatMayBeAbsent`, index_that_may_be_absent.py:18.
public final class CaseIndexThatMayBeAbsent: Module {
    @ModuleInfo var table: CaseJoinedTable

    public init(_ config: CaseConfiguration) {
        _table.wrappedValue = CaseJoinedTable(config.hiddenSize)
    }

    /// `IndexThatMayBeAbsent.rows`, index_that_may_be_absent.py:23.
    public func rows(_ places: MLXArray? = nil) -> MLXArray { table(places) }

    /// `IndexThatMayBeAbsent.column`, index_that_may_be_absent.py:26.
    public func column(_ x: MLXArray, places: MLXArray? = nil) -> MLXArray {
        x[0..., places!]
    }

    /// `IndexThatMayBeAbsent.__call__`, index_that_may_be_absent.py:29.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let places = MLXArray([1, 3])
        return x + sum(rows(places)) + sum(column(x, places: places))
    }
}
