import MLX
import MLXNN
import ModelPorted

/// `UnreadLoopNames`, unread_loop_names.py:6.
public final class CaseUnreadLoopNames: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<3).map { _ in Linear(4, 4) }
    }

    /// `UnreadLoopNames.__call__`, unread_loop_names.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for layer in layers {
            x = layer(x)
        }
        for i in layers.indices {
            x = x + i
        }
        for (_, scale) in zip(layers.enumerated(), [2, 3, 4]) {
            x = x * scale
        }
        if x.ndim == 1 { return MLXArray.raised("ValueError", "one dimension, None") }
        return x
    }
}
