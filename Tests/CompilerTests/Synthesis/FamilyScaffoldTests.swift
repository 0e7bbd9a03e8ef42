import Compiler
import CompilerTestSupport
import Foundation
import Testing

@Suite("A definition from a source that was never seen")
struct FamilyScaffoldTests {
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
                from typing import List, Optional

                @dataclass
                class Base:
                    model_type: str
                    hidden_size: int
                    num_hidden_layers: int

                @dataclass
                class ModelConfig(Base):
                    vocab_size: int
                    unheard_of: float
                    num_attention_heads: int = 32
                    num_key_value_heads: Optional[int] = None
                    layer_types: Optional[List[str]] = None
                    rope_scaling: Optional[dict] = None
                    dropout: float = 0.0
                """,
                "sample.py": """
                from .config import ModelConfig
                from .language import LanguageModel

                class Model:
                    def __init__(self, config: ModelConfig):
                        self.language_model = LanguageModel(config)

                    def get_input_embeddings(self, ids):
                        return ids
                """,
                "language.py": """
                class LanguageModel:
                    def __init__(self, config):
                        if config.num_attention_heads % config.num_key_value_heads:
                            raise ValueError("heads")
                        for kind in config.layer_types:
                            self.slides = kind == "sliding_attention"
                        self.last = config.layer_types.index("full_attention")
                """,
                "processing_sample.py": "class Processor: pass\n",
            ],
            utilities: "MODEL_REMAPPING = {\"example\": \"sample\", \"other\": \"different\"}\n")
    }

    private func scaffold(
        kinds: [ConfigurationKind] = [.first], attempt: @escaping TryConfiguration
    ) throws -> FamilyScaffold {
        try FamilyScaffolding(attempt: attempt).scaffold(
            "sample", package: .mlxVLM, source: source, kinds: kinds)
    }

    private func fields(_ scaffold: FamilyScaffold, _ kind: ConfigurationKind = .first)
        -> [String: ConfigurationValue]
    {
        Dictionary(
            uniqueKeysWithValues: (scaffold.configurations[kind]?.fields ?? []).map {
                ($0.name, $0.value)
            })
    }

    @Test("Modules that the entry reaches, the model type, and the loader's other names for it")
    func modules() throws {
        let scaffold = try scaffold { _ in TrialOutcome(runs: true) }
        #expect(scaffold.modules == ["config", "language", "sample"])
        #expect(scaffold.modelTypes == ["sample", "example"])
        #expect(scaffold.version == "1.2.3")
    }

    @Test(
        "Fields of the bases first, sizes from the table, layers of the kinds that the source names"
    )
    func values() throws {
        let scaffold = try scaffold { _ in TrialOutcome(runs: true) }
        let fields = fields(scaffold)
        #expect(scaffold.configurations[.first]?.fields.first?.name == "model_type")
        #expect(fields["hidden_size"] == .integer(64))
        #expect(fields["num_key_value_heads"] == .integer(2))
        #expect(
            fields["layer_types"]
                == .list([
                    .string("sliding_attention"), .string("full_attention"),
                    .string("sliding_attention"), .string("full_attention"),
                ]))
        #expect(fields["rope_scaling"] == nil)
        #expect(fields["dropout"] == nil)
    }

    @Test("A required field that the table does not know is guessed, and said")
    func guesses() throws {
        let scaffold = try scaffold { _ in TrialOutcome(runs: true) }
        #expect(fields(scaffold)["unheard_of"] == .number(1))
        #expect(scaffold.decisions.contains { $0.contains("to be decided: unheard_of") })
    }

    @Test("Where the Python refuses a value, the fields that the failing code reads are changed")
    func search() throws {
        var tried = 0
        let scaffold = try scaffold { trial in
            tried += 1
            let fields = Dictionary(
                uniqueKeysWithValues: trial.configuration.map { ($0.name, $0.value) })
            if fields["num_key_value_heads"] == .integer(4) { return TrialOutcome(runs: true) }
            return TrialOutcome(
                runs: false, error: "ValueError: heads",
                frames: [.init(file: "sample/language.py", line: 4, function: "__init__")])
        }
        #expect(scaffold.runs)
        #expect(scaffold.configurations[.first]?.adaptations == ["num_key_value_heads"])
        #expect(tried < 12)
    }

    @Test("What nothing helps against is said, with Python's own words and place")
    func refusal() throws {
        let outcome = TrialOutcome(
            runs: false, error: "RuntimeError: no Metal",
            frames: [.init(file: "sample/language.py", line: 4, function: "__init__")])
        let scaffold = try scaffold { _ in outcome }
        #expect(!scaffold.runs)
        #expect(
            scaffold.definitionText().hasPrefix(
                """
                # sample of mlx-vlm 1.2.3: written by `mlx-port new`.
                # Its flags: sliding-window, layer-types.
                # The configuration does not run in Python: RuntimeError: no Metal \
                (sample/language.py:4, in __init__)

                """))
    }

    @Test("A second configuration has other dimensions and another seed")
    func second() throws {
        let scaffold = try scaffold(kinds: ConfigurationKind.allCases) { _ in
            TrialOutcome(runs: true)
        }
        let (first, second) = (fields(scaffold), fields(scaffold, .second))
        for name in ["hidden_size", "num_hidden_layers", "vocab_size", "num_attention_heads"] {
            #expect(first[name] != second[name], "\(name)")
        }
        #expect(scaffold.configurations[.second]?.seed != scaffold.configurations[.first]?.seed)
    }

    @Test("The text is a definition that the compiler reads")
    func text() throws {
        let scaffold = try scaffold { _ in TrialOutcome(runs: true, layout: "huggingface") }
        let file = try folder.write(scaffold.definitionText(), to: "sample.yml")
        let definition = try FamilyDefinition(contentsOf: file)
        #expect(definition.modules == ["config", "language", "sample"])
        #expect(definition.modelTypes == ["sample", "example"])
        #expect(scaffold.definitionText().contains("\n  layout: huggingface\n"))
    }

    @Test("Fields of a base that is another module's class, and of nested configurations")
    func otherModules() throws {
        let other = try TemporaryFolder()
        try other.write("__version__ = \"1\"\n", to: "p/mlx_lm/_version.py")
        try other.write(
            """
            class ModelArgs:
                model_type: str
                hidden_size: int
                vocab_size: int

            class Model: pass
            """, to: "p/mlx_lm/models/plain.py")
        try other.write(
            """
            from . import plain

            class ModelArgs(plain.ModelArgs):
                no_rope_layer_interval: int = 4

            class Model: pass
            """, to: "p/mlx_lm/models/derived.py")
        try other.write(
            """
            from . import plain

            class ModelArgs:
                model_type: str
                text_config: dict

            class Model:
                def __init__(self, args):
                    self.language_model = plain.Model(plain.ModelArgs.from_dict(args.text_config))
            """, to: "p/mlx_lm/models/nested.py")
        let scaffolding = try FamilyScaffolding { _ in TrialOutcome(runs: true) }
        let source = other.url.appending(path: "p")
        let derived = try scaffolding.scaffold("derived", package: .mlxLM, source: source)
        #expect(
            derived.configurations[.first]?.fields.map(\.name) == [
                "model_type", "hidden_size", "vocab_size", "no_rope_layer_interval",
            ])
        let nested = fields(try scaffolding.scaffold("nested", package: .mlxLM, source: source))
        #expect(
            nested["text_config"]
                == .object([
                    "model_type": .string("plain"), "hidden_size": .integer(64),
                    "vocab_size": .integer(97),
                ]))
    }

    @Test("A family without a configuration class is refused by name")
    func noConfiguration() throws {
        let other = try TemporaryFolder()
        let source = try other.samplePackage(family: "bare", modules: ["__init__.py": "x = 1\n"])
        #expect(throws: DefinitionError.self) {
            try FamilyScaffolding { _ in TrialOutcome(runs: true) }.scaffold(
                "bare", package: .mlxVLM, source: source)
        }
    }
}
