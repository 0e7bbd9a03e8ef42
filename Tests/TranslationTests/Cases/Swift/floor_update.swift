import MLX
import MLXNN
import ModelPorted

/// `FloorUpdate`, floor_update.py:10.
public final class CaseFloorUpdate: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `FloorUpdate.__call__`, floor_update.py:16.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var n = config.hiddenSize
        n = n.floorQuotient(2)
        return x * n
    }
}
