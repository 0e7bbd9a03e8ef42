import MLX
import MLXNN

/// `ForRange`, for_range.py:6.
public final class CaseForRange: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
    }

    /// `ForRange.__call__`, for_range.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for i in 0..<layers.count {
            if i == 1 { continue }
            x = layers[i](x)
        }
        for (i, layer) in layers.enumerated() {
            x = layer(x) * i
        }
        for i in 1..<max(1, 3) {
            x = x + i
        }
        return x
    }
}
