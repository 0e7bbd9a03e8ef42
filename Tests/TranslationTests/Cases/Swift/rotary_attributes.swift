import MLX
import MLXNN
import ModelPorted

/// `RotaryAttributes`, rotary_attributes.py:7.
public final class CaseRotaryAttributes: Module {
    @ModuleInfo var rope: any RotaryEmbedding
    @ModuleInfo var slow: RoPE

    public init(_ config: CaseConfiguration) throws {
        _rope.wrappedValue = try initializeRoPE(
            dims: 4, base: config.scale, traditional: config.useBias,
            scalingConfig: config.ropeScaling)
        _slow.wrappedValue = RoPE(dimensions: 2, traditional: true, base: 100, scale: 0.5)
    }

    /// `RotaryAttributes.__call__`, rotary_attributes.py:13.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        var x = x[.ellipsis, ..<rope.rotatedDimensions] * rope.positionScale
        if rope.rotatesNeighbours != slow.rotatesNeighbours { x = x + slow.frequencyBase }
        return rope(x / rope.frequencyBase) * slow.positionScale
    }
}
