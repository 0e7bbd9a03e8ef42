import MLX
import MLXNN

/// `GetattrConfig`, getattr_config.py:6.
public final class CaseGetattrConfiguration: Module {
    let width: Int
    let extra: Int
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        width = config.hiddenSize
        extra = 3
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `GetattrConfig.__call__`, getattr_config.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { proj(x) * width + extra }
}
