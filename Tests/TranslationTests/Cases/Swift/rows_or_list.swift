import MLX
import MLXNN
import ModelPorted

/// `RowsOrList`, rows_or_list.py:6.
public final class CaseRowsOrList: Module {
    let isJoined: Bool
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        isJoined = config.useBias
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
    }

    /// `RowsOrList.features`, rows_or_list.py:12.
    public func features(_ x: [MLXArray], other: [MLXArray]?) -> [MLXArray] {
        guard let other else { return x }
        if x.count != other.count {
            preconditionFailure("as many of the one as of the other")
        }
        return Array(stacked(zip(x, other).map { (a, b) in a + b }))
    }

    /// `RowsOrList.__call__`, rows_or_list.py:19.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        let first = layers.map { $0(x) }
        let second = layers.map { $0(x * 2) }
        let parts = features(first, other: isJoined ? second : nil)
        for (i, layer) in layers.enumerated() {
            x = x + layer(parts[i])
        }
        for part in parts {
            x = x - part
        }
        return x * parts.count
    }
}
