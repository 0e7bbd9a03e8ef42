import FileTestSupport
import Foundation
import MLX
import MLXNN
import RuntimeTestSupport
import Testing

@testable import ModelRuntime

@Suite("Quantised checkpoints")
struct QuantizationTests {
    private let folder = try! TemporaryFolder()

    private func write(_ quantization: String, head: (groupSize: Int, bits: Int) = (64, 4)) throws {
        try folder.write(
            "config.json",
            #"{"model_type":"bigram","vocab_size":64,"hidden_size":128,"quantization":\#(quantization)}"#
        )
        let weight = SeededWeights(seed: 1).array(
            name: "head.weight", shape: [64, 128], dtype: .float32)
        let (packed, scales, biases) = quantized(weight, groupSize: head.groupSize, bits: head.bits)
        var tensors: OrderedWeights = [
            "embed.weight": SeededWeights(seed: 1).array(
                name: "embed.weight", shape: [64, 128], dtype: .float32),
            "head.weight": packed, "head.scales": scales,
        ]
        tensors["head.biases"] = biases
        try SafetensorsFile.write(
            tensors, to: folder.url.appendingPathComponent("model.safetensors"))
    }

    private func load(_ package: ModelPackage = .mlxVLM) throws -> BigramModel {
        try #require(try ModelFactory.tiny.load(folder.url, package: package).model as? BigramModel)
    }

    @Test func onlyLayersWithScalesAreReplaced() throws {
        try write(#"{"group_size":64,"bits":4}"#)
        let model = try load()
        let head = try #require(model.head as? QuantizedLinear)
        #expect((head.groupSize, head.bits, head.mode) == (64, 4, .affine))
        #expect(!(model.embed is QuantizedEmbedding))
        let output = try model(ModelInputs(inputIds: MLXArray([3 as Int32], [1, 1])), cache: nil)
        #expect(output.logits.shape == [1, 1, 64])
    }

    @Test func overridesByLayerWin() throws {
        try write(#"{"group_size":64,"bits":4,"head":{"group_size":32,"bits":8}}"#, head: (32, 8))
        #expect((try load().head as? QuantizedLinear)?.bits == 8)
        #expect((try load(.mlxLM).head as? QuantizedLinear)?.bits == 8)
    }

    @Test func mlxLMInfersWhatTheConfigurationDoesNotSay() throws {
        try write(#"{"group_size":64,"bits":4}"#, head: (32, 8))
        let head = try #require(try load(.mlxLM).head as? QuantizedLinear)
        #expect((head.groupSize, head.bits) == (32, 8))
        #expect(failure { try load(.mlxVLM) }.contains("head.weight: expected"))
    }

    @Test(
        "what cannot be read is named",
        arguments: [
            (
                #"{"bits":"4"}"#,
                #"config.json: "quantization": "bits": expected Int, found string "4""#, true
            ),
            (
                #"{"group_size":64,"bits":99}"#,
                #"config.json: "quantization": 99 bits in groups of 64 are not supported"#, false
            ),
            (
                #"{"mode":"x"}"#,
                #"config.json: "quantization.mode": the mode "x" is not supported"#, false
            ),
            (#"[]"#, #"config.json: "quantization": expected an object, found an array"#, true),
        ])
    func malformed(quantization: String, message: String, isInput: Bool) throws {
        try write(quantization)
        #expect(failure(isInput ? .input : .unsupported) { try load() } == message)
    }

    @Test func otherToolsFormatsAreRefusedByName() throws {
        try folder.write(
            "config.json",
            #"{"model_type":"bigram","vocab_size":4,"hidden_size":2,"quantization_config":{"quant_method":"gptq"}}"#
        )
        try folder.write("model.safetensors", safetensorsBytes([("embed.weight", [4, 2])]))
        #expect(failure(.unsupported) { try load() }.contains(#"quantised by "gptq""#))
    }
}
