import MLX
import MLXNN

/// `ConditionalExpression`, conditional_expression.py:6.
public final class CaseConditionalExpression: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `ConditionalExpression.__call__`, conditional_expression.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let scale = config.useBias ? config.scale : 1
        let y = if let window = config.window { x[0..., (-window)...] } else { x }
        return proj(y) * scale
    }
}
