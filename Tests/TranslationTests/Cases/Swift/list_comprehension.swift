import MLX
import MLXNN
import ModelPorted

/// `ListComprehension`, list_comprehension.py:6.
public final class CaseListComprehension: Module {
    @ModuleInfo var layers: [Linear]
    let sizes: [Int]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in
            Linear(config.hiddenSize, config.hiddenSize)
        }
        sizes = (0..<max(0, config.numLayers)).filter { $0.floorRemainder(2) == 0 }.map {
            2 * $0 + 1
        }
    }

    /// `ListComprehension.__call__`, list_comprehension.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for layer in layers {
            x = layer(x)
        }
        return x.reshaped(sizes)
    }
}
