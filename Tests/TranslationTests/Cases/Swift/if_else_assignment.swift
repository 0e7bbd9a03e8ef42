import MLX
import MLXNN

/// `IfElseAssignment`, if_else_assignment.py:6.
public final class CaseIfElseAssignment: Module {
    @ModuleInfo var wide: Linear
    let useBias: Bool

    public init(_ config: CaseConfiguration) {
        _wide.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
        useBias = config.useBias
    }

    /// `IfElseAssignment.__call__`, if_else_assignment.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y = if useBias { wide(x) } else { x }
        return y
    }
}
