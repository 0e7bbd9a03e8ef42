import MLX
import MLXNN

/// `Membership`, membership.py:6.
public final class CaseMembership: Module {
    let labels: [String]?
    let kind: String

    public init(_ config: CaseConfiguration) {
        labels = config.labels
        kind = config.activation
    }

    /// `Membership.__call__`, membership.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if ["silu", "swish"].contains(kind) { x = silu(x) }
        if !labels!.contains("full") { x = x * 2 }
        if kind.contains("gelu") { x = gelu(x) }
        return x
    }
}
