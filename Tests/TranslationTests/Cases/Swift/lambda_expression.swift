import MLX
import MLXNN

/// `LambdaExpression`, lambda_expression.py:6.
public final class CaseLambdaExpression: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `LambdaExpression.__call__`, lambda_expression.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let f = { (y: MLXArray) in y * 2 }
        return f(x)
    }
}
