import MLX
import MLXNN
import OrderedCollections

/// `TupleKeys`, tuple_keys.py:6.
public final class CaseTupleKeys: Module {
    let table: OrderedDictionary<[Int], [Int]>
    let weights: OrderedDictionary<[Int], Int>

    public init(_ config: CaseConfiguration) {
        var table: OrderedDictionary<[Int], [Int]> = [:]
        for i in 0..<2 {
            for j in 0..<3 {
                table[[i, j]] = [i * 3 + j, i - j]
            }
        }
        self.table = table
        weights = OrderedDictionary((0..<2).map { n in ([n, n + 1], n * 2) }) { $1 }
    }

    /// `TupleKeys.__call__`, tuple_keys.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        let taken = table[[1, 2]]!
        for i in 0..<2 {
            x = x + table[[i, 0]]![0] * weights[[i, i + 1]]!
        }
        return x * taken[0] + taken[1]
    }
}
