import MLX
import MLXNN

/// `WhileLoop`, while_loop.py:6.
public final class CaseWhileLoop: Module {
    let n: Int

    public init(_ config: CaseConfiguration) {
        n = config.numLayers
    }

    /// `WhileLoop.__call__`, while_loop.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        var i = 0
        while i < n {
            x = x * 2
            i += 1
        }
        return x
    }
}
