import MLX
import MLXNN

/// `SharedContainerSeenOnce`, shared_container_seen_once.py:6.
public final class CaseSharedContainerSeenOnce: Module {
    var sizes: [Int]
    let rows: [[Int]]

    public init(_ config: CaseConfiguration) {
        sizes = [config.hiddenSize]
        var sizes = self.sizes
        sizes.append(2)
        self.sizes = sizes
        let first = [1]
        var second = first
        second.append(3)
        let total = second.reduce(0, +)
        var rows: [[Int]] = []
        for i in 0..<3 {
            var row = [i]
            row.append(total)
            rows.append(row)
        }
        self.rows = rows
    }

    /// `SharedContainerSeenOnce.__call__`, shared_container_seen_once.py:24.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        x * sizes.reduce(0, +) + rows[2].reduce(0, +) + rows[1][0]
    }
}
