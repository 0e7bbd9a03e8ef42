import MLX
import MLXNN

/// `ListBuilding`, list_building.py:6.
public final class CaseListBuilding: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<2).map { _ in Linear(4, 4) }
    }

    /// `ListBuilding.__call__`, list_building.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        var outputs: [MLXArray] = []
        for layer in layers {
            x = layer(x)
            outputs.append(x)
        }
        return concatenated(outputs, axis: -1)
    }
}
