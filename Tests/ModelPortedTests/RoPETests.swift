import MLX
import ModelPorted
import ModelTestSupport
import Testing

@Suite("Rotary embeddings rotate to the same bits as those of mlx-vlm")
struct RoPETests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var scaling: RoPEScaling?
        var base: Double
        var implementation: String
        var traditional: Bool
        var dtype: String
        var width: Int

        var testDescription: String { name }
    }

    static let cases: [Case] = {
        do { return try Recording("ropes").json("cases") } catch { fatalError("\(error)") }
    }()

    @Test(arguments: cases) func `at offsets 0, 7, 5000 and one for each row`(test: Case) throws {
        let recording = try Recording("ropes")
        let x = try recording("x")[.ellipsis, ..<test.width].asType(dtype(test.dtype))
        let rope = try initializeRoPE(
            dims: 16, base: test.base, traditional: test.traditional, scalingConfig: test.scaling,
            maxPositionEmbeddings: 131_072, implementation: test.implementation)

        let expected = try recording(test.name)
        for (row, offset) in [0, 7, 5000].enumerated() {
            #expect(
                difference(rope(x[..<1], offset: offset), expected[row..<(row + 1)]) == nil,
                "offset \(offset)")
        }
        let offsets = MLXArray([3, 4500] as [Int32])
        #expect(difference(rope(x, offset: offsets), expected[3...]) == nil, "offset of each row")
        #expect(difference(rope(x[..<1]), expected[..<1]) == nil, "no offset")
    }

    @Test(arguments: cases) func `leaves its input alone and has no parameters`(test: Case) throws {
        let x = MLXArray.ones([1, 1, 2, 16])
        let rope = try initializeRoPE(
            dims: 16, base: test.base, traditional: test.traditional, scalingConfig: test.scaling,
            maxPositionEmbeddings: 131_072, implementation: test.implementation)
        eval(rope(x, offset: 3))
        #expect(difference(x, MLXArray.ones([1, 1, 2, 16])) == nil)
        #expect(rope.parameters().flattened().isEmpty)
    }

    @Test(arguments: ["fast", "eager"]) func `tells what it was made with`(kind: String) throws {
        let rope = try initializeRoPE(
            dims: 16, base: 500, traditional: true, scalingConfig: ["type": "linear", "factor": 4],
            implementation: kind)
        #expect((rope.frequencyBase, rope.positionScale) == (500, 0.25))
        #expect((rope.rotatedDimensions, rope.rotatesNeighbours) == (16, true))
    }

    @Test func `what its class does not keep is an error`() throws {
        let rope = try initializeRoPE(
            dims: 16, base: 500, traditional: false, scalingConfig: ["type": "yarn", "factor": 4])
        #expect(rope.rotatedDimensions == 16)
        #expect(throws: (any Error).self) { try withError { _ = rope.frequencyBase } }
    }
}

@Suite("A rope_scaling that cannot be used is an error that names the entry")
struct RoPEErrorTests {
    static let cases: [(RoPEScaling, String)] = [
        (["type": "linear"], "rope_scaling.factor is missing: rope type 'linear' requires it"),
        (
            ["type": "linear", "factor": "a lot"],
            "rope_scaling.factor must be a number, found \"a lot\""
        ),
        (["type": "linear", "factor": 0], "rope_scaling.factor must not be 0"),
        (
            ["rope_type": "llama3", "factor": .null],
            "rope_scaling.factor must be a number, found null"
        ),
        (
            ["rope_type": "llama3", "factor": [8]],
            "rope_scaling.factor must be a number, found [8]"
        ),
        (
            ["rope_type": "llama3", "factor": 8, "low_freq_factor": 0],
            "rope_scaling.low_freq_factor must not be 0"
        ),
        (["type": "yarn"], "rope_scaling.factor is missing: rope type 'yarn' requires it"),
        (
            ["type": "longrope", "short_factor": [1], "long_factor": [1]],
            "rope_scaling.original_max_position_embeddings is missing: "
                + "rope type 'longrope' requires it"
        ),
        (
            [
                "type": "longrope", "short_factor": [1, 2], "long_factor": [1],
                "original_max_position_embeddings": 64,
            ],
            "rope_scaling.short_factor must have 8 numbers, found 2"
        ),
        (
            ["type": "proportional", "partial_rotary_factor": 2],
            "rope_scaling.partial_rotary_factor rotates 32 of 16 features"
        ),
        (
            ["type": "mrope", "mrope_section": [1, 2]],
            "rope_scaling.mrope_section must have 3 sections, found 2"
        ),
        (
            ["type": "spiral"],
            "rope_scaling.type 'spiral' is not supported; supported types: default, linear, "
                + "llama3, yarn, deepseek_yarn, telechat3-yarn, longrope, proportional, mrope"
        ),
    ]

    @Test(arguments: cases) func `the message says what is wrong`(
        scaling: RoPEScaling, message: String
    ) {
        let error = #expect(throws: RoPEError.self) {
            try initializeRoPE(
                dims: 16, base: 10000, traditional: false, scalingConfig: scaling,
                maxPositionEmbeddings: 4096)
        }
        #expect(error?.description == message)
    }

    @Test func `an implementation that a type lacks`() {
        let error = #expect(throws: RoPEError.self) {
            try initializeRoPE(
                dims: 16, base: 10000, traditional: false,
                scalingConfig: ["type": "llama3", "factor": 8], implementation: "eager")
        }
        #expect(
            error?.description
                == "RoPE implementation 'eager' is not supported for rope type 'llama3'; "
                + "supported: fast, and eager for default and linear")
    }
}
