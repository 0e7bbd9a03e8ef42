import MLX
import MLXNN

/// `OtherDoubling`, method_by_class.py:6.
public final class CaseOtherDoubling: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
    }

    /// `OtherDoubling.doubled`, method_by_class.py:11.
    public func doubled(_ x: MLXArray, factor: Int = 2) -> MLXArray { proj(x) * factor }

    /// `OtherDoubling.__call__`, method_by_class.py:14.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { doubled(x) }
}

/// `MethodByClass`, method_by_class.py:18.
public final class CaseMethodByClass: Module {
    @ModuleInfo var proj: Linear
    @ModuleInfo var other: CaseOtherDoubling

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(config.hiddenSize, config.hiddenSize)
        _other.wrappedValue = CaseOtherDoubling(config)
    }

    /// `MethodByClass.__call__`, method_by_class.py:24.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        let y = otherDoublingDoubled(x, factor: 3)
        return other(y)
    }

    /// `MethodByClass.OtherDoubling_doubled`, method_by_class.py:11.
    public func otherDoublingDoubled(_ x: MLXArray, factor: Int = 2) -> MLXArray {
        proj(x) * factor
    }
}
