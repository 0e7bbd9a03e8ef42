import MLX
import MLXNN

/// `TupleMembership`, tuple_membership.py:10.
public final class CaseTupleMembership: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `TupleMembership.__call__`, tuple_membership.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if ["silu", "swish"].contains(config.activation) { x = x + 1 }
        for n in [1, 2] {
            x = x * n
        }
        return x
    }
}
