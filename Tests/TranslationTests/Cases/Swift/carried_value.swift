import MLX
import MLXNN
import ModelPorted

/// `CarriedValue`, carried_value.py:6.
public final class CaseCarriedValue: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
    }

    /// `CarriedValue.__call__`, carried_value.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        var shared: MLXArray? = nil
        for (i, layer) in layers.enumerated() {
            if i.floorRemainder(2) == 0 { shared = layer(x) }
            x = x + shared!
        }
        return x
    }
}
