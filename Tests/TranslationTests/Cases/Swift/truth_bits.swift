import MLX
import MLXNN

/// `ShiftOrScale`, truth_bits.py:9.
public final class CaseShiftOrScale: Module {
    let total: Int
    let scale: Double

    public init(_ sizes: [Int], scale: Double) {
        total = sizes.reduce(0, +)
        self.scale = scale
    }

    /// `ShiftOrScale.__call__`, truth_bits.py:15.
    public func callAsFunction(_ shift: MLXArray? = nil, scale: MLXArray? = nil) -> MLXArray {
        if (shift == nil) != (scale != nil) {
            return MLXArray.raised("ValueError", "one of the two")
        }
        if let scale { return scale * self.scale }
        return shift! + total
    }
}

/// `TruthBits`, truth_bits.py:23.
public final class CaseTruthBits: Module {
    @ModuleInfo var part: CaseShiftOrScale
    let isBoth: Bool
    let isAny: Bool
    let bits: Int

    public init(_ config: CaseConfiguration) {
        _part.wrappedValue = CaseShiftOrScale([config.numLayers, 3], scale: 2.5)
        isBoth = config.useBias && config.tied
        isAny = config.useBias || config.numLayers > 3
        bits = config.numLayers ^ 5
    }

    /// `TruthBits.__call__`, truth_bits.py:31.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = part(x)
        if isBoth { x = x + bits }
        if isAny { x = part(scale: x) }
        return x
    }
}
