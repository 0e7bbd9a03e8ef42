import MLX
import MLXNN

/// `RetypedStretch`, retyped_stretch.py:6.
public final class CaseRetypedStretch: Module {
    let isSplit: Bool
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        isSplit = config.useBias
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
    }

    /// `RetypedStretch.projected`, retyped_stretch.py:12.
    public func projected(_ x: MLXArray) -> [MLXArray] {
        layers.map { $0(x) }
    }

    /// `RetypedStretch.__call__`, retyped_stretch.py:15.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var y: MLXArray
        if isSplit {
            y = layers[0](x)
            let y2 = split(y, parts: 2)
            y = concatenated(y2, axis: -1).asType(y2[0].dtype)
        } else {
            let y3 = projected(x)
            y = concatenated(y3)
        }
        return y * 2
    }
}
