import MLX
import MLXNN

/// `PresenceApart`, presence_apart.py:6.
public final class CasePresenceApart: Module {
    let config: CaseConfiguration
    var scaled: Bool
    @ModuleInfo var extra: Linear?
    @ModuleInfo var inner: Linear?

    public init(_ config: CaseConfiguration) {
        self.config = config
        scaled = config.useBias
        if config.useBias { _extra.wrappedValue = Linear(4, 4) }
        if config.useBias, config.window != nil { _inner.wrappedValue = Linear(4, 4) }
    }

    /// `PresenceApart.shrink`, presence_apart.py:16.
    public func shrink() { scaled = false }

    /// `PresenceApart.__call__`, presence_apart.py:19.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x
        if let inner { x = inner(x) }
        if config.window != nil { x = x * 2 }
        if scaled { x = extra!(x) }
        shrink()
        return x
    }
}
