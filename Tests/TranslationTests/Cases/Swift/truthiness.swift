import MLX
import MLXNN
import ModelPorted

/// `Truthiness`, truthiness.py:6.
public final class CaseTruthiness: Module {
    let n: Int
    let window: Int?
    let label: String?
    let labels: [String]?
    let bias: Bool
    let factor: Double?

    public init(_ config: CaseConfiguration) {
        n = config.numLayers
        window = config.window
        label = config.label
        labels = config.labels
        bias = config.useBias
        factor = config.factor
    }

    /// `Truthiness.__call__`, truthiness.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if n != 0 { x = x + 1 }
        if let window = window.nonZero { x = x + window }
        if label.nonEmpty != nil { x = x + 3 }
        if labels.nonEmpty == nil { x = x + 4 }
        if !bias || n > 3 { x = x + 5 }
        if let factor = factor.nonZero, bias { x = x * factor }
        return x
    }
}
