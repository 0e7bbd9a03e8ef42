import MLX
import MLXNN
import RuntimeTestSupport
import Testing

@testable import ModelRuntime

@Suite("The raw forward pass", .serialized)
struct ForwardPassTests {
    private let model = BigramModel(
        TinyConfiguration(vocabulary: 8, dimensions: 4), embedsInputs: true)

    private var pass: ForwardPass { ForwardPass(model, package: .mlxVLM) }

    private func ids(_ rows: [[Int32]]) -> MLXArray {
        MLXArray(rows.flatMap { $0 }, [rows.count, rows[0].count])
    }

    @Test func promptThenTokensOneByOne() throws {
        let inputs = ModelInputs([
            "input_ids": ids([[1, 2, 3], [4, 5, 6]]), "decode_ids": ids([[7, 0], [1, 2]]),
        ])
        let outputs = try pass(inputs)
        #expect(Array(outputs.keys) == ["prefill_logits", "decode_logits"])
        #expect(outputs["prefill_logits"]?.shape == [2, 3, 8])
        #expect(outputs["decode_logits"]?.shape == [2, 2, 8])
        #expect(model.passes == [3, 1, 1])
        let full = try pass(inputs, usesCache: false)
        #expect(Array(full.keys) == ["full_logits"])
        let joined = concatenated([outputs["prefill_logits"]!, outputs["decode_logits"]!], axis: 1)
        #expect(arrayEqual(full["full_logits"]!, joined).item(Bool.self))
    }

    @Test func everyPartIsRecordedWithItsInputsAndModules() throws {
        let writer = ModuleTraceWriter(model: model)
        let inputs = ModelInputs([
            "input_ids": ids([[1, 2, 3]]), "decode_ids": ids([[7]]),
        ])
        _ = try pass(inputs) { try writer.record($0, inputs: $1, $2) }
        let records = writer.records
        #expect(
            records.map(\.run) == [
                "prefill", "prefill", "prefill", "decode.0", "decode.0", "decode.0",
            ])
        #expect(
            records.map(\.path) == ["input_ids", "embed", "head", "input_ids", "embed", "head"])
        #expect(records.map(\.kind) == [.input, .module, .module, .input, .module, .module])
        #expect(records[1].name == "Embedding")
        #expect(records[2].shape == [1, 3, 8])
    }

    @Test func theSameModuleCalledTwiceIsCounted() throws {
        let writer = ModuleTraceWriter(model: model)
        writer.record("full", inputs: ModelInputs()) {
            _ = model.embed(ids([[1]]))
            _ = model.embed(ids([[2]]))
        }
        #expect(writer.records.map(\.call) == [0, 1])
    }

    @Test(
        "inputs that do not fit",
        arguments: [
            (["decode_ids": [1, 1]], #"the input "input_ids" is missing"#),
            (["input_ids": [3]], #"the input "input_ids" has the shape [3], not [batch, length]"#),
            (
                ["input_ids": [1, 0]],
                #"the input "input_ids" has the shape [1, 0], not [batch, length]"#
            ),
            (
                ["input_ids": [2, 3], "decode_ids": [1, 3]],
                #"the input "decode_ids" has the shape [1, 3], not [batch, count] with the batch of "#
                    + #""input_ids" [2, 3]"#
            ),
        ] as [([String: [Int]], String)])
    func malformed(shapes: [String: [Int]], message: String) {
        var inputs = ModelInputs()
        for (name, shape) in shapes { inputs[name] = MLXArray.zeros(shape, dtype: .int32) }
        #expect(failure { try pass(inputs) } == message)
    }

    @Test func idsHaveToBeIntegers() {
        let inputs = ModelInputs(["input_ids": MLXArray.zeros([1, 2])])
        #expect(
            failure { try pass(inputs) }
                == #"the input "input_ids" has the type float32, not an integer one"#)
    }
}
