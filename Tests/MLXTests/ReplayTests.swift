import Testing

@testable import MLX

/// Calls that come again get a copy of an earlier graph. An explicit stream never does: what it
/// computes is the engine's own.
@Suite("Calls that come again")
struct ReplayTests {
    private let state = MLXRandom.RandomState(seed: 11)

    private func random(_ shape: [Int], _ dtype: DType) -> MLXArray {
        withRandomState(state) { MLXRandom.normal(shape) }.asType(dtype)
    }

    private func expectEqualBits(
        _ a: MLXArray, _ b: MLXArray, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(a.dtype == b.dtype && a.shape == b.shape, sourceLocation: sourceLocation)
        #expect(arrayEqual(a, b).item(Bool.self), sourceLocation: sourceLocation)
    }

    @Test("rotate as the first one did", arguments: [DType.float32, .bfloat16], [1, 5])
    func rotation(dtype: DType, length: Int) {
        for offset in [0, 7, 7, 300] {
            for (heads, traditional) in [(4, false), (2, false), (4, false), (4, true)] {
                let x = random([2, heads, length, 16], dtype)
                func rotated(_ stream: StreamOrDevice) -> MLXArray {
                    MLXFast.RoPE(
                        x, dimensions: 8, traditional: traditional, base: 10_000, scale: 1,
                        offset: offset, stream: stream)
                }
                expectEqualBits(rotated(.default), rotated(.cpu))
            }
        }
    }

    @Test("rotate by their own frequencies")
    func frequencies() {
        for factor in [Float(1), 3, 2] {
            let x = random([1, 2, 3, 8], .float32)
            let freqs = (arange(4, dtype: .float32) + 1) * factor
            func rotated(_ stream: StreamOrDevice) -> MLXArray {
                MLXFast.RoPE(
                    x, dimensions: 8, traditional: false, base: nil, scale: 1, offset: 5,
                    freqs: freqs, stream: stream)
            }
            expectEqualBits(rotated(.default), rotated(.cpu))
        }
    }

    @Test("normalise by their own weights", arguments: [DType.float32, .float16, .bfloat16])
    func normalisation(dtype: DType) {
        for eps in [Float(1e-5), 1e-5, 1e-5, 0.5] {
            let (x, w, b) = (random([2, 3, 8], dtype), random([8], dtype), random([8], dtype))
            expectEqualBits(
                MLXFast.rmsNorm(x, weight: w, eps: eps),
                MLXFast.rmsNorm(x, weight: w, eps: eps, stream: .cpu))
            expectEqualBits(
                MLXFast.layerNorm(x, weight: w, bias: b, eps: eps),
                MLXFast.layerNorm(x, weight: w, bias: b, eps: eps, stream: .cpu))
            expectEqualBits(
                MLXFast.layerNorm(x, weight: w, eps: eps),
                MLXFast.layerNorm(x, weight: w, eps: eps, stream: .cpu))
        }
    }

    @Test("normalise an array by itself")
    func sameArrayTwice() {
        for _ in 0..<4 {
            let x = random([8], .float32)
            expectEqualBits(
                MLXFast.rmsNorm(x, weight: x, eps: 1e-5),
                MLXFast.rmsNorm(x, weight: x, eps: 1e-5, stream: .cpu))
        }
    }

    @Test("attend to their own keys", arguments: [1, 3])
    func attention(length: Int) {
        for keyCount in [5, 5, 5, 6] {
            let q = random([1, 4, length, 8], .float32)
            let (k, v) = (
                random([1, 2, keyCount, 8], .float32), random([1, 2, keyCount, 8], .float32)
            )
            let mask = random([length, keyCount], .float32) .> 0
            for mode in [
                MLXFast.ScaledDotProductAttentionMaskMode.none, .causal, .array(mask),
            ] {
                func attended(_ stream: StreamOrDevice) -> MLXArray {
                    MLXFast.scaledDotProductAttention(
                        queries: q, keys: k, values: v, scale: 0.3, mask: mode, stream: stream)
                }
                expectEqualBits(attended(.default), attended(.cpu))
            }
        }
    }

    @Test("multiply by their own quantised weights", arguments: [4, 8])
    func quantisedProduct(bits: Int) {
        for _ in 0..<3 {
            let x = random([1, 1, 64], .float32)
            let w = quantized(random([32, 64], .float32), groupSize: 32, bits: bits)
            func product(_ stream: StreamOrDevice) -> MLXArray {
                quantizedMM(
                    x, w.wq, scales: w.scales, biases: w.biases, groupSize: 32, bits: bits,
                    stream: stream)
            }
            expectEqualBits(product(.default), product(.cpu))
        }
    }

    @Test("in a compiled function are traced")
    func compiled() {
        let w = random([8], .float32)
        let normalised = compile { (x: MLXArray) in MLXFast.rmsNorm(x, weight: w, eps: 1e-5) }
        for _ in 0..<3 {
            let x = random([2, 8], .float32)
            let expected = MLXFast.rmsNorm(x, weight: w, eps: 1e-5, stream: .cpu)
            #expect(allClose(normalised(x), expected).item(Bool.self))
        }
    }

    @Test("fail as the first one did")
    func failures() {
        for _ in 0..<4 {
            #expect(throws: MLXError.self) {
                try withError {
                    MLXFast.rmsNorm(
                        random([2, 8], .float32), weight: random([4], .float32), eps: 1)
                }
            }
        }
    }

    @Test("are right after an evaluation that failed")
    func afterFailure() {
        for round in 0..<6 {
            let (x, w) = (random([1, 2, 1, 16], .float32), random([16], .float32))
            func computed(_ stream: StreamOrDevice) -> MLXArray {
                let normed = MLXFast.rmsNorm(x, weight: w, eps: 3e-5, stream: stream)
                return MLXFast.RoPE(
                    normed, dimensions: 16, traditional: false, base: 77, scale: 1, offset: 9,
                    stream: stream)
            }
            if round % 2 == 1 {
                // Out of range, which is known only when it is evaluated, beside a call of the kind.
                let outside = take(x, arange(40, 41, dtype: .int32) + 1, axis: -1)
                #expect(throws: MLXError.self) { try checkedEval(computed(.default), outside) }
            }
            expectEqualBits(computed(.default), computed(.cpu))
        }
    }
}
