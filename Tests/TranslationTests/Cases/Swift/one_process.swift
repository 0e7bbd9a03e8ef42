import MLX
import MLXNN

/// `OneProcess`, one_process.py:9.
public final class CaseOneProcess: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<2).map { _ in Linear(4, 4) }
    }

    /// `OneProcess.__call__`, one_process.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for layer in layers {
            x = layer(x)
        }
        return x
    }
}
