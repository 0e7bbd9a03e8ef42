import Compiler
import CompilerTestSupport
import Foundation
import Testing

@Suite("A definition of a model that sees")
struct SeeingFamilyTests {
    private let folder: TemporaryFolder
    private let source: URL

    init() throws {
        folder = try TemporaryFolder()
        source = try folder.samplePackage(
            family: "sample",
            modules: [
                "__init__.py": "from .config import ModelConfig\nfrom .sample import Model\n",
                "config.py": """
                from dataclasses import dataclass

                @dataclass
                class TextConfig:
                    hidden_size: int
                    num_hidden_layers: int
                    vocab_size: int
                    model_type: str = "sample_text"

                @dataclass
                class VisionConfig:
                    model_type: str
                    hidden_size: int = 1024
                    patch_size: int = 14
                    image_size: int = 336
                    in_channels: int = 3
                    temporal_patch_size: int = 2

                @dataclass
                class ModelConfig:
                    text_config: TextConfig
                    vision_config: VisionConfig
                    model_type: str
                    image_token_id: int = 151655
                    vision_start_token_id: int = 151652
                """,
                "sample.py": """
                from .config import ModelConfig
                from .language import LanguageModel
                from .vision import VisionModel

                class Model:
                    def __init__(self, config: ModelConfig):
                        self.language_model = LanguageModel(config)

                    def get_input_embeddings(self, ids, pixel_values=None, **kwargs):
                        return ids, kwargs.get("image_grid_thw")
                """,
                "language.py": "class LanguageModel: pass\n",
                "vision.py": """
                class VisionModel:
                    def __init__(self, config):
                        if config.model_type != "sample_vision":
                            raise ValueError(config.model_type)
                """,
            ], utilities: "")
    }

    private func scaffold(attempt: @escaping TryConfiguration) throws -> FamilyScaffold {
        try FamilyScaffolding(attempt: attempt).scaffold(
            "sample", package: .mlxVLM, source: source, kinds: ConfigurationKind.allCases)
    }

    private func shown(layout: Int) throws -> ShownMedia {
        try JSONDecoder().decode(
            ShownMedia.self,
            from: Data(
                """
                {"layout": \(layout), "prompt_length": 14, "batches": [1], "marks": [
                    {"token": 93, "at": 1, "count": 1}, {"token": 95, "at": 2, "count": 4}]}
                """.utf8))
    }

    @Test("Layouts by what the source reads, in the sizes of the configuration; small ones last")
    func layouts() throws {
        var trials: [MediaTrial?] = []
        _ = try scaffold { trial in
            trials.append(trial.media)
            return TrialOutcome(runs: true)
        }
        let media = try #require(trials.first ?? nil)
        let grid = try #require(media.layouts.first)
        #expect(grid["pixel_values"]?.shape == [16, 294])
        #expect(
            grid["image_grid_thw"]?.values
                == .list([.list([.integer(1), .integer(4), .integer(4)])]))
        #expect(media.layouts.contains { $0.keys.elementsEqual(["pixel_values"]) })
        #expect(!media.layouts.contains { $0.keys.contains("spatial_shapes") })
        #expect(media.tokens == [95])
        #expect(media.before == [93])
        #expect(media.after.isEmpty)
    }

    @Test("The definition states what the Python was seen to take")
    func definition() throws {
        let shown = try shown(layout: 0)
        let scaffold = try scaffold { _ in TrialOutcome(runs: true, shown: shown) }
        #expect(scaffold.takesMedia)
        #expect(
            scaffold.definitionText().contains(
                """
                  prompt_length: 14
                  decode_steps: 4
                  inputs:
                    image_grid_thw: { values: [[1, 4, 4]] }
                    pixel_values: { shape: [16, 294] }
                  marks:
                    - { token: 93, at: 1, count: 1 }
                    - { token: 95, at: 2, count: 4 }
                  batches: [1]

                """))
    }

    @Test("A part calls itself what the source asks for")
    func modelType() throws {
        var types: [ConfigurationValue?] = []
        _ = try scaffold { trial in
            for case ("vision_config", .object(let part)) in trial.configuration {
                types.append(part["model_type"])
            }
            return TrialOutcome(runs: true)
        }
        #expect(types == [.string("sample_vision")])
    }

    @Test(
        "A size that an error tells is that of the field that has the one that it meets",
        arguments: [
            "[matmul] Last dimension of first input with shape (1,16,40) must match second to last "
                + "dimension of second input with shape (32,64).",
            "Shapes (1,16,40) and (16,32) cannot be broadcast.",
        ])
    func fittingSizes(message: String) throws {
        var trials = 0
        let scaffold = try scaffold { trial in
            trials += 1
            for case ("vision_config", .object(let part)) in trial.configuration
            where part["hidden_size"] == .integer(40) {
                return TrialOutcome(runs: true)
            }
            return TrialOutcome(runs: false, error: "ValueError: " + message)
        }
        #expect(scaffold.runs)
        #expect(trials == 2)
    }

    @Test("Where the whole takes the fields of its text part, they are tried there")
    func spread() throws {
        let scaffold = try scaffold { trial in
            if trial.configuration.contains(where: { $0.name == "num_hidden_layers" }) {
                return TrialOutcome(runs: true)
            }
            return TrialOutcome(runs: false, error: "TypeError: missing text_config")
        }
        #expect(scaffold.runs)
        let names = scaffold.configurations[.first]?.fields.map(\.name) ?? []
        #expect(names.contains("vision_config"))
        #expect(!names.contains("text_config"))
    }
}
