import MLX
import MLXNN
import ModelPorted

/// `ZipThree`, zip_three.py:6.
public final class CaseZipThree: Module {
    @ModuleInfo var layers: [Linear]
    let kinds: [String]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
        kinds = Array(repeating: "full", count: max(0, config.numLayers))
    }

    /// `ZipThree.__call__`, zip_three.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for (layer, size, kind) in zip(layers, [1, 2], kinds) {
            x = kind == "full" ? layer(x) * size : x
        }
        return x
    }
}
