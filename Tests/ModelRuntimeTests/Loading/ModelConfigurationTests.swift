import FileTestSupport
import Foundation
import RuntimeTestSupport
import Testing

@testable import ModelRuntime

@Suite("Configurations are completed as the packages' loaders complete them")
struct ModelConfigurationTests {
    private let folder = try! TemporaryFolder()

    private func load(
        _ config: String, generation: String? = nil, _ package: ModelPackage = .mlxVLM
    ) throws -> ModelConfiguration {
        try folder.write("config.json", config)
        if let generation { try folder.write("generation_config.json", generation) }
        return try ModelConfiguration(CheckpointDirectory(folder.url), package: package)
    }

    @Test func subConfigurationsAreFilledIn() throws {
        let json = try load(#"{"model_type":"x","llm_config":{"a":1},"vision_config":null}"#).json
        #expect(json["text_config"] == ["a": 1])
        #expect(json["llm_config"] == nil)
        #expect(json["vision_config"] == .null)
        #expect(json["audio_config"] == [:])
        #expect(try load(#"{"model_type":"x"}"#, .mlxLM).json == ["model_type": "x"])
    }

    @Test func mlxVLMTakesFiveGenerationDefaults() throws {
        let generation =
            #"{"eos_token_id":[1,2],"temperature":0.6,"top_p":0.9,"top_k":20,"max_length":5}"#
        let configuration = try load(
            #"{"model_type":"x","eos_token_id":3}"#, generation: generation)
        let defaults = try GenerationDefaults(configuration)
        #expect(defaults.eosTokenIds == [1, 2])
        #expect((defaults.temperature, defaults.topP, defaults.topK) == (0.6, 0.9, 20))
        #expect(configuration.json["max_length"] == nil)
    }

    @Test func mlxLMTakesTheEndTokenAlone() throws {
        let generation = #"{"eos_token_id":[1,2],"temperature":0.6}"#
        let configuration = try load(#"{"model_type":"x"}"#, generation: generation, .mlxLM)
        let defaults = try GenerationDefaults(configuration)
        #expect(defaults.eosTokenIds == [1, 2])
        #expect(defaults.temperature == 0)
    }

    @Test func samplingThatIsSwitchedOffIsGreedy() throws {
        let generation = #"{"do_sample":false,"temperature":0.6}"#
        let defaults = try GenerationDefaults(load(#"{"model_type":"x"}"#, generation: generation))
        #expect(defaults.temperature == 0)
    }

    @Test func aGenerationConfigurationThatIsNoJSONIsPassedOver() throws {
        _ = try load(#"{"model_type":"x"}"#, generation: "{")
    }

    @Test func transformersTaggedFloatsAreUndone() throws {
        let config = #"{"model_type":"x","limit":[{"__float__":"Infinity"}],"t":{"__float__":"x"}}"#
        let json = try load(config, .mlxLM).json
        #expect(json["limit"] == [.double(.infinity)])
        #expect(json["t"] == ["__float__": "x"])
    }

    @Test(
        "what is wrong is said",
        arguments: [
            ("[]", "config.json: expected an object, found an array"),
            ("{", "config.json is not valid JSON: expected a key in quotes (line 1, column 2)"),
        ])
    func malformed(text: String, message: String) {
        #expect(failure { try load(text) } == message)
    }

    @Test func theModelTypeHasToBeThere() throws {
        #expect(
            failure { try load("{}").modelType() }
                == #"config.json lacks the required key "model_type""#)
        #expect(
            failure { try load(#"{"model_type":3}"#).modelType() }
                == #"config.json: "model_type": expected String, found number 3"#)
    }

    @Test func aMissingConfigurationOrFolder() {
        #expect(
            failure { try ModelConfiguration(CheckpointDirectory(folder.url), package: .mlxLM) }
                == "config.json is missing in \(folder.url.path)")
        #expect(
            failure { try CheckpointDirectory(URL(filePath: "/nowhere")) }
                == "there is no folder at /nowhere")
    }

    @Test func packagesKnowFamiliesByOtherNames() {
        #expect(ModelTypeAliases.resolve("mistral", package: .mlxVLM) == "llama")
        #expect(ModelTypeAliases.resolve("LLaMA", package: .mlxVLM) == "llama")
        #expect(ModelTypeAliases.resolve("mistral", package: .mlxLM) == "llama")
        #expect(ModelTypeAliases.resolve("qwen2_5_vl", package: .mlxVLM) == "qwen2_5_vl")
        #expect(ModelTypeAliases.resolve("qwen2_5_vl", package: .mlxLM) == "qwen2_vl")
    }

    @Test func theNearestNamesComeFirst() {
        let nearest = Nearest(candidates: ["llama", "llama4", "gemma", "qwen2"])
        #expect(nearest.names(to: "lama") == ["llama", "llama4"])
        #expect(nearest.names(to: "zzzzzz") == [])
        #expect(Nearest.distance("kitten", "sitting") == 3)
        #expect(Nearest.distance("", "abc") == 3)
    }
}
