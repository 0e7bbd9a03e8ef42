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
        #expect(media.ends == media.layouts.map { _ in 1 })
    }

    @Test("A whole number that a module names may be the token of a picture")
    func namedToken() throws {
        let folder = try TemporaryFolder()
        let source = try folder.samplePackage(
            family: "sample",
            modules: [
                "__init__.py": "from .config import ModelConfig\nfrom .sample import Model\n",
                "config.py": """
                from dataclasses import dataclass

                @dataclass
                class VisionConfig:
                    image_size: int
                    patch_size: int

                @dataclass
                class ModelConfig:
                    vision_config: VisionConfig
                    hidden_size: int
                    image_end_token_id: int = 1
                """,
                "sample.py": """
                from .config import ModelConfig

                IMAGE_TOKEN_INDEX = -200

                class Model:
                    def get_input_embeddings(self, ids, pixel_values=None, **kwargs):
                        grids = kwargs.get("image_grids"), kwargs.get("image_num_crops")
                        return ids == IMAGE_TOKEN_INDEX, grids, kwargs.get("image_token_pooling")
                """,
            ], utilities: "")
        var trials: [MediaTrial?] = []
        _ = try FamilyScaffolding { trial in
            trials.append(trial.media)
            return TrialOutcome(runs: true)
        }.scaffold("sample", package: .mlxVLM, source: source, kinds: [.first])
        let media = try #require(trials.first ?? nil)
        #expect(media.tokens == [-200])
        #expect(media.after == [92])
        #expect(media.ends.first == 2)
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
            "Current size 40 is larger than target size 32",
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

    @Test("Where a size that fits lets the code go on, the search goes on there")
    func furtherOn() throws {
        func failing(_ message: String, line: Int) -> TrialOutcome {
            TrialOutcome(
                runs: false, error: "ValueError: " + message,
                frames: [.init(file: "sample/vision.py", line: line, function: "__init__")])
        }
        var trials = 0
        let scaffold = try scaffold { trial in
            trials += 1
            if trial.part("vision_config")["hidden_size"] != .integer(40) {
                return failing("Shapes (1,16,40) and (16,32) cannot be broadcast.", line: 3)
            }
            if trial.part("text_config")["hidden_size"] != .integer(56) {
                return failing("Shapes (1,16,56) and (16,64) cannot be broadcast.", line: 4)
            }
            return TrialOutcome(runs: true)
        }
        #expect(scaffold.runs)
        #expect(trials == 3)
    }

    @Test("Where nothing names a field, the sizes of what is shown are changed before others")
    func shownSizes() throws {
        var trials = 0
        let scaffold = try scaffold { trial in
            trials += 1
            let isFit = trial.part("vision_config")["image_size"] == .integer(189)
            return isFit ? TrialOutcome(runs: true) : TrialOutcome(runs: false, error: "Error: ")
        }
        #expect(scaffold.runs)
        #expect(trials < 8)
    }

    @Test("Where the whole makes its parts of its own fields, they are there first")
    func madeParts() throws {
        let folder = try TemporaryFolder()
        let source = try folder.samplePackage(
            family: "sample",
            modules: [
                "__init__.py": "from .config import ModelConfig\nfrom .sample import Model\n",
                "config.py": """
                from dataclasses import dataclass

                @dataclass
                class TextConfig:
                    num_hidden_layers: int = 22

                @dataclass
                class VisionConfig:
                    patch_size: int = 16

                @dataclass
                class AudioConfig:
                    hidden_size: int = 1280

                @dataclass
                class ModelConfig:
                    text_config: TextConfig = None
                    vision_config: VisionConfig = None
                    audio_config: AudioConfig = None

                    @classmethod
                    def from_dict(cls, params):
                        params["text_config"] = {"num_hidden_layers": params.get("num_hidden_layers")}
                        params["vision_config"] = {"patch_size": params.get("patch_size", 16)}
                        params["audio_config"] = params.get("audio_config", {})
                        return cls(**params)
                """,
                "sample.py": """
                from .config import ModelConfig

                class Model:
                    def get_input_embeddings(self, ids, pixel_values=None):
                        return ids
                """,
            ], utilities: "")
        let scaffold = try FamilyScaffolding { _ in TrialOutcome(runs: true) }.scaffold(
            "sample", package: .mlxVLM, source: source, kinds: [.first])
        let names = Set(scaffold.configurations[.first]?.fields.map(\.name) ?? [])
        #expect(names.isSuperset(of: ["num_hidden_layers", "patch_size", "audio_config"]))
        #expect(names.isDisjoint(with: ["text_config", "vision_config"]))
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

    @Test("Where the class makes the entry of its text part, its fields stand in the whole at once")
    func madeEntry() throws {
        let folder = try TemporaryFolder()
        let source = try folder.samplePackage(
            family: "made",
            modules: [
                "__init__.py": "from .config import ModelConfig\nfrom .made import Model\n",
                "config.py": """
                from dataclasses import dataclass

                @dataclass
                class TextConfig:
                    hidden_size: int

                @dataclass
                class ModelConfig:
                    text_config: TextConfig
                    model_type: str

                    @classmethod
                    def from_dict(cls, params):
                        params["text_config"] = dict(params.items())
                        return cls(**params)
                """,
                "made.py": "class Model:\n    def __init__(self, config): pass\n",
            ], utilities: "")
        let scaffold = try FamilyScaffolding { _ in TrialOutcome(runs: true) }.scaffold(
            "made", package: .mlxVLM, source: source)
        #expect(
            scaffold.configurations[.first]?.fields.map(\.name) == ["model_type", "hidden_size"])
    }
}

extension ConfigurationTrial {
    /// The fields of a part of the configuration.
    fileprivate func part(_ name: String) -> [String: ConfigurationValue] {
        for case (name, .object(let part)) in configuration { return part }
        return [:]
    }
}
