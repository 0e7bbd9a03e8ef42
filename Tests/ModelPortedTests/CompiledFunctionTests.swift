import MLX
import ModelPorted
import ModelTestSupport
import Testing

@Suite("Functions that the engine compiles give the same bits as in Python")
struct CompiledFunctionTests {
    private func normalized(
        _ x: MLXArray, _ weight: MLXArray, _ eps: Double, mask: MLXArray? = nil
    ) -> MLXArray {
        compiled(x, weight, mask, by: eps) { x, weight, mask in
            let y = x * rsqrt(x.square().mean(axis: -1, keepDims: true) + eps) * (1 + weight)
            return mask.map { which($0, y, 0) } ?? y
        }
    }

    private func clipped(_ x: MLXArray, _ gate: MLXArray, alpha: Double, limit: Double)
        -> (MLXArray, MLXArray)
    {
        compiled(x, gate, by: alpha, limit, shapeless: true) { x, gate in
            let gate = clip(gate, max: limit)
            return (gate * sigmoid(alpha * gate), x + 1)
        }
    }

    @Test(arguments: ["float32", "bfloat16"])
    func `constants and missing arrays are part of the graph`(type: String) throws {
        let recording = try Recording("compiled")
        let x = try recording("x").asType(dtype(type))
        let weight = try recording("weight").asType(dtype(type))
        let plain = normalized(x, weight, 1e-5)
        let masked = try normalized(x, weight, 1e-5, mask: recording("mask"))
        let widely = normalized(x, weight, 0.5)
        #expect(try difference(plain, recording("normalized.\(type)")) == nil)
        #expect(try difference(masked, recording("normalized masked.\(type)")) == nil)
        #expect(try difference(widely, recording("normalized widely.\(type)")) == nil)
    }

    @Test(arguments: ["float32", "bfloat16"]) func `two results`(type: String) throws {
        let recording = try Recording("compiled")
        let (x, gate) = try (recording("x"), recording("gate"))
        let (first, second) = clipped(
            x.asType(dtype(type)), gate.asType(dtype(type)), alpha: 1.702, limit: 7)
        #expect(try difference(first, recording("clipped.0.\(type)")) == nil)
        #expect(try difference(second, recording("clipped.1.\(type)")) == nil)
    }

    @Test func `a function is traced once for its shapes, constants and missing arrays`() {
        var traces = 0
        func twice(_ x: MLXArray, _ y: MLXArray? = nil, factor: Int) -> MLXArray {
            compiled(x, y, by: factor) { x, y in
                traces += 1
                return y.map { x * factor + $0 } ?? x * factor
            }
        }
        let x = MLXArray([1, 2] as [Float])
        for factor in [2, 2, 3] {
            eval(twice(x, factor: factor), twice(x, x, factor: factor))
        }
        eval(twice(MLXArray([1] as [Float]), factor: 2))
        #expect(traces == 5)
    }
}
