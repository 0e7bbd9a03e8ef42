import MLX
import MLXNN
import ModelPorted

/// `PresenceByTest`, presence_by_test.py:6.
public final class CasePresenceByTest: Module {
    @ModuleInfo var full: Linear?
    @ModuleInfo var down: Linear?
    @ModuleInfo var up: Linear?
    @ModuleInfo var norm: RMSNorm?
    @ModuleInfo var gate: Linear?
    @ModuleInfo var last: Linear?
    @ModuleInfo var head: Linear?

    public init(_ config: CaseConfiguration) throws {
        if config.window == nil {
            _full.wrappedValue = Linear(4, 4)
        } else {
            _down.wrappedValue = try Linear(4, required(config.window, "window"))
            _up.wrappedValue = try Linear(required(config.window, "window"), 4)
        }
        if config.useBias {
            _norm.wrappedValue = RMSNorm(dimensions: 4)
            if config.headDimensions != nil { _gate.wrappedValue = Linear(4, 4) }
        }
        if config.numLayers > 2 { _last.wrappedValue = Linear(4, 4) }
        if !config.tied { _head.wrappedValue = Linear(4, 4) }
    }

    /// `PresenceByTest.__call__`, presence_by_test.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var y = if let down, let up { up(down(x)) } else { full!(x) }
        if let norm, let gate {
            y = norm(y) * gate(y)
        } else if let norm {
            y = norm(y)
        }
        var z = if let head { head(y) } else { y }
        if let last, z.ndim == 3 { z = last(z) }
        if let norm {
            return norm(z)
        } else {
            return z
        }
    }
}
