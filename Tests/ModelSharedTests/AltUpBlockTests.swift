import MLX
import MLXNN
import ModelShared
import ModelTestSupport
import Testing

private struct Configuration: AltUpConfiguration, LaurelConfiguration {
    var clip: Double?

    var altUp: AltUpParameters {
        AltUpParameters(
            dimensions: 12, inputs: 3, activeIndex: 1, coefficientClip: clip, normEps: 1e-6)
    }

    var laurel: LaurelParameters { LaurelParameters(dimensions: 12, rank: 4, normEps: 1e-6) }
}

/// A block with the recorded weights in an element type.
private func load<Block: Module>(_ block: Block, _ name: String, _ dtype: DType) throws -> Block {
    let weights = try Recording("gemma3n").tensors(under: "\(name).").mapValues {
        $0.asType(dtype)
    }
    try block.update(parameters: .unflattened(weights.map { ($0, $1) }), verify: .all)
    return block
}

@Suite("Alternating updates give the same bits as those of gemma3n")
struct AltUpBlockTests {
    @Test(arguments: [("bounded", 0.2), ("unbounded", nil)], [DType.float32, .bfloat16])
    func `predictions and corrections, the weights as the first call leaves them`(
        test: (name: String, clip: Double?), dtype: DType
    ) throws {
        let recording = try Recording("gemma3n")
        let block = try load(
            AltUpBlock(Configuration(clip: test.clip)), "altup", dtype)
        let states = try recording("states").asType(dtype)
        let activated = try recording("activated").asType(dtype)
        for time in 0..<2 {
            let predicted = block.predict(states)
            let corrected = block.correct(states, activated: activated)
            let suffix = "\(test.name).\(time).\(dtype)"
            #expect(try difference(predicted, recording("predict.\(suffix)")) == nil)
            #expect(try difference(corrected, recording("correct.\(suffix)")) == nil)
        }
        #expect(
            block.parameters().flattened().contains {
                $0 == "prediction_coefs.weight" && $1.dtype == .float32
            })
    }

    @Test func `sizes that no block can be made of are refused`() {
        struct Empty: AltUpConfiguration {
            var altUp: AltUpParameters {
                AltUpParameters(dimensions: 12, inputs: 0, activeIndex: 0, normEps: 1e-6)
            }
        }
        #expect(throws: ParameterError.self) { try AltUpBlock(Empty()) }
    }
}

@Suite("A learned residual gives the same bits as that of gemma3n")
struct LaurelBlockTests {
    @Test(arguments: [DType.float32, .bfloat16]) func `of tokens`(dtype: DType) throws {
        let recording = try Recording("gemma3n")
        let block = try load(LaurelBlock(Configuration()), "laurel", dtype)
        let found = block(try recording("activated").asType(dtype))
        #expect(try difference(found, recording("laurel result.\(dtype)")) == nil)
    }
}
