import MLX
import MLXNN

/// `HeadlessPart`, attribute_from_outside.py:6.
public final class CaseHeadlessPart: Module {
    @ModuleInfo var head: Linear?
    var gain: Double?
    @ModuleInfo var proj: Linear

    public init(_ size: Int) {
        _proj.wrappedValue = Linear(size, size)
    }

    /// `HeadlessPart.__call__`, attribute_from_outside.py:11.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = proj(x)
        if let gain { x = x * gain }
        return head!(x)
    }
}

/// `AttributeFromOutside`, attribute_from_outside.py:18.
public final class CaseAttributeFromOutside: Module {
    @ModuleInfo var part: CaseHeadlessPart

    public init(_ config: CaseConfiguration) {
        let part = CaseHeadlessPart(config.hiddenSize)
        _part.wrappedValue = part
        part.head = Linear(config.hiddenSize, 4)
        if config.useBias { part.gain = 2.0 }
    }

    /// `AttributeFromOutside.__call__`, attribute_from_outside.py:26.
    public func callAsFunction(_ x: MLXArray) -> MLXArray { part(x) }
}
