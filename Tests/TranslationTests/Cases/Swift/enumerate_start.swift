import MLX
import MLXNN
import ModelPorted

/// `EnumerateStart`, enumerate_start.py:6.
public final class CaseEnumerateStart: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `EnumerateStart.__call__`, enumerate_start.py:12.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        for (i, _) in zip(1..., config.labels!) {
            x = x * i
        }
        return proj(x)
    }
}
