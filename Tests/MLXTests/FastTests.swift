import MLX
import Testing

/// Expected numbers are those of `mlx.core.fast` in Python, on the CPU.
@Suite("Fused operations")
struct FastTests {
    let x = (MLXArray(0..<12).asType(.float32) / 10).reshaped(1, 1, 3, 4)

    static let rotated: [Float] = [
        -0.18185947835445404, 0.09398040175437927, -0.08322936296463013, 0.30193987488746643,
        -0.4806690216064453, 0.4787781834602356, -0.5375475287437439, 0.7146828174591064,
        0.23388761281967163, 0.8552917838096619, -1.2590856552124023, 1.1351104974746704,
    ]

    @Test("Rotary embedding from a position, given as an integer or as an array")
    func rope() {
        let fromInt = MLXFast.RoPE(
            x, dimensions: 4, traditional: false, base: 10000, scale: 1, offset: 2)
        #expect(fromInt.asArray(Float.self) == Self.rotated)
        let fromArray = MLXFast.RoPE(
            x, dimensions: 4, traditional: false, base: 10000, scale: 1, offset: MLXArray(2))
        #expect(fromArray.asArray(Float.self) == Self.rotated)
    }

    @Test("Rotary embedding with frequencies of its own")
    func ropeFrequencies() {
        let rotated = MLXFast.RoPE(
            x, dimensions: 4, traditional: true, base: nil, scale: 1, offset: 2,
            freqs: MLXArray([1, 100] as [Float]))
        #expect(
            rotated.asArray(Float.self).prefix(4) == [
                -0.09092973917722702, -0.041614681482315063, 0.19396041333675385,
                0.3039397597312927,
            ])
        #expect(throws: MLXError.self) {
            try withError {
                _ = MLXFast.RoPE(
                    x, dimensions: 4, traditional: true, base: nil, scale: 1, offset: 2)
            }
        }
    }

    @Test("Attention without a mask, causal, with an array, with sinks")
    func attention() {
        func attention(
            _ mask: MLXFast.ScaledDotProductAttentionMaskMode, sinks: MLXArray? = nil
        ) -> [Float] {
            MLXFast.scaledDotProductAttention(
                queries: x, keys: x, values: x, scale: 0.5, mask: mask, sinks: sinks
            ).asArray(Float.self)
        }
        #expect(
            attention(.causal).suffix(4) == [
                0.5853173732757568, 0.6853173971176147, 0.7853174209594727, 0.8853173851966858,
            ])
        let first = MLXArray([true, false, false])
        #expect(attention(.array(first)).suffix(4) == [0, 0.1, 0.2, 0.3])
        #expect(
            attention(.none, sinks: MLXArray([0.5] as [Float])).prefix(4) == [
                0.2974061965942383, 0.36626243591308594, 0.4351186752319336, 0.5039749145507812,
            ])
        let optional = MLXFast.scaledDotProductAttention(
            queries: x, keys: x, values: x, scale: 0.5, mask: nil)
        #expect(optional.asArray(Float.self) == attention(.none))
    }

    @Test("Normalisation")
    func norms() {
        let normed = MLXFast.rmsNorm(x, weight: MLXArray.ones([4]), eps: 1e-5)
        #expect(
            normed.asArray(Float.self).prefix(4) == [
                0, 0.534446120262146, 1.068892240524292, 1.603338360786438,
            ])
        let layer = MLXFast.layerNorm(x, eps: 1e-5)
        #expect(abs(layer.sum().item(Float.self)) < 1e-4)
    }
}
