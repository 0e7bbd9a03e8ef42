import MLX
import MLXNN

/// `ForwardedScale`, forwarded_arguments.py:6.
public final class CaseForwardedScale: Module {
    @ModuleInfo var proj: Linear

    public init(_ size: Int) {
        _proj.wrappedValue = Linear(size, size)
    }

    /// `ForwardedScale.__call__`, forwarded_arguments.py:11.
    public func callAsFunction(_ x: MLXArray, scale: Double = 1.0, shift: MLXArray? = nil)
        -> MLXArray
    {
        let x = proj(x) * scale
        if let shift {
            return x + shift
        } else {
            return x
        }
    }
}

/// `Forwarding`, forwarded_arguments.py:16.
public final class CaseForwarding: Module {
    @ModuleInfo var tower: CaseForwardedScale

    public init(_ size: Int) {
        _tower.wrappedValue = CaseForwardedScale(size)
    }

    /// `Forwarding.__call__`, forwarded_arguments.py:21.
    public func callAsFunction(_ x: MLXArray, scale: Double = 1.0, shift: MLXArray? = nil)
        -> MLXArray
    {
        tower(x, scale: scale, shift: shift)
    }
}

/// `ForwardedArguments`, forwarded_arguments.py:25.
public final class CaseForwardedArguments: Module {
    @ModuleInfo var tower: CaseForwarding

    public init(_ config: CaseConfiguration) {
        _tower.wrappedValue = CaseForwarding(config.hiddenSize)
    }

    /// `ForwardedArguments.__call__`, forwarded_arguments.py:30.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        tower(x, shift: x) + tower(x, scale: 2.0)
    }
}
