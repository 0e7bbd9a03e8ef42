import MLX
import MLXNN

/// `MetalGuard`, metal_guard.py:28.
public final class CaseMetalGuard: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `MetalGuard.__call__`, metal_guard.py:33.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = 2 * x
        x = x + 1
        return proj(x)
    }
}
