import FileTestSupport
import Foundation
import MLX
import RuntimeTestSupport
import Testing

@testable import ModelRuntime

@Suite("Models are loaded as the packages load them, and strictly")
struct ModelFactoryTests {
    private let folder = try! TemporaryFolder()

    private func load(_ package: ModelPackage? = nil, dtype: DType? = nil) throws -> LoadedModel {
        try ModelFactory.tiny.load(folder.url, package: package, dtype: dtype)
    }

    private func write(
        config: String = #"{"model_type":"bigram","vocab_size":4,"hidden_size":2}"#,
        _ tensors: [(String, [Int])] = [("embed.weight", [4, 2]), ("head.weight", [4, 2])],
        to file: String = "model.safetensors"
    ) throws {
        try folder.write("config.json", config)
        try folder.write(file, safetensorsBytes(tensors.map { (name: $0.0, shape: $0.1) }))
    }

    @Test func aCheckpointFillsTheModel() throws {
        try write()
        let loaded = try load()
        let model = try #require(loaded.model as? BigramModel)
        #expect(model.head.weight.asArray(Float.self) == [0, 1, 2, 3, 4, 5, 6, 7])
        #expect(loaded.type.package == .mlxVLM)
        #expect(!model.training)
        #expect(try load(.mlxLM).type.package == .mlxLM)
        #expect(try load(dtype: .bfloat16).model.parameterType == .bfloat16)
    }

    @Test func progressIsToldFromNothingToAll() throws {
        try write()
        var told: [LoadingProgress] = []
        _ = try ModelFactory.tiny.load(folder.url) { told.append($0) }
        #expect(told.map(\.bytesRead) == [0, 64])
        #expect(told.map(\.fraction) == [0, 1])
        told = []
        _ = try ModelFactory.tiny.load(folder.url, lazily: true) { told.append($0) }
        #expect(told.isEmpty)
    }

    @Test func weightsAreSanitisedAndMayBeSharded() throws {
        try write([("model.embed.weight", [4, 2])], to: "model-1.safetensors")
        try write([("head.weight", [4, 2])], to: "model-2.safetensors")
        #expect(try load(.mlxVLM).model.parameters().flattened().count == 2)
        #expect(try load(.mlxLM).model.parameters().flattened().count == 2)
    }

    @Test func twoFilesMayNotHoldOneTensor() throws {
        try write()
        try write([("head.weight", [4, 2])], to: "other.safetensors")
        #expect(
            failure { try load() }
                == #"both model.safetensors and other.safetensors hold "head.weight""#)
    }

    @Test func twoTensorsMayNotBecomeOneParameter() throws {
        try write([
            ("embed.weight", [4, 2]), ("head.weight", [4, 2]), ("model.head.weight", [4, 2]),
        ])
        #expect(
            failure { try load() }
                == #"two tensors of the checkpoint become "head.weight", one of them "model.head.weight""#
        )
    }

    @Test func missingUnexpectedAndMisshapenTensorsAreListed() throws {
        try write([("embed.weight", [4, 3]), ("haed.weight", [4, 2])])
        #expect(
            failure { try load() } == """
                the weights in \(folder.url.path) do not fit the model:
                1 tensor missing:
                  head.weight (nearest: haed.weight)
                1 tensor unexpected:
                  haed.weight (nearest: head.weight)
                1 tensor of another shape:
                  embed.weight: expected [4, 2], found [4, 3]
                """)
    }

    @Test func onlyTheFirstTenAreListed() throws {
        try write((0..<13).map { ("extra.\($0)", [1]) })
        let message = failure { try load() }
        #expect(message.contains("13 tensors unexpected:"))
        #expect(message.contains("… and 3 more"))
    }

    @Test func anAbsentShardIsNamed() throws {
        try write([("embed.weight", [4, 2])], to: "model-1.safetensors")
        try folder.write(
            "model.safetensors.index.json",
            #"{"weight_map":{"embed.weight":"model-1.safetensors","head.weight":"model-2.safetensors"}}"#
        )
        #expect(
            failure { try load() }.contains(
                "(the index lists files that are not there: model-2.safetensors)"))
    }

    @Test(
        "unknown types name what is near",
        arguments: [
            (
                "bigrm",
                #"the model_type "bigrm" is not supported; the nearest supported ones are bigram"#
            ),
            (
                "zzzzzzzzz",
                #"the model_type "zzzzzzzzz" is not supported; supported are bigram, llama"#
            ),
        ])
    func unknownType(type: String, message: String) throws {
        try write(config: #"{"model_type":"\#(type)"}"#)
        #expect(failure(.unsupported) { try load() } == "config.json: \(message)")
    }

    @Test func aPackageIsAskedOnlyForItsOwnTypes() throws {
        try write(config: #"{"model_type":"mistral","vocab_size":4,"hidden_size":2}"#)
        #expect(try load().type.name == "llama")
        #expect(failure(.unsupported) { try load(.mlxVLM) }.contains("in mlx-vlm"))
    }

    @Test func aWrongConfiguration() throws {
        try write(config: #"{"model_type":"bigram","vocab_size":"4"}"#)
        #expect(
            failure { try load() } == #"config.json: "vocab_size": expected Int, found string "4""#)
    }

    @Test func aGiganticModelCostsNothingBeforeItIsRefused() throws {
        try write(config: #"{"model_type":"bigram","vocab_size":2000000000,"hidden_size":1000}"#)
        #expect(failure { try load() }.contains("expected [2000000000, 1000], found [4, 2]"))
    }

    @Test func seededModelsNeedAConfigurationOnly() throws {
        try folder.write("config.json", #"{"model_type":"bigram","vocab_size":4,"hidden_size":2}"#)
        let loaded = try ModelFactory.tiny.load(folder.url, weights: .seeded(5), dtype: .float32)
        let model = try #require(loaded.model as? BigramModel)
        let expected = SeededWeights(seed: 5).values(name: "head.weight", shape: [4, 2])
        #expect(model.head.weight.asArray(Float.self) == expected)
    }

    @Test func hundredsOfMutatedCheckpointsGiveOneErrorEach() throws {
        try write()
        let original = safetensorsBytes([("embed.weight", [4, 2]), ("head.weight", [4, 2])])
        var random = SeededGenerator(seed: 11)
        for _ in 0..<600 {
            let bytes = mutated(original, using: &random)
            try folder.write("model.safetensors", bytes)
            do {
                _ = try load()
            } catch let error as ModelRuntimeError {
                #expect(!error.description.isEmpty)
            }
        }
    }
}
