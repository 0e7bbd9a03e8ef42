import Analysis
import CompilerTestSupport
import Foundation
import Operations
import Rendering
import Testing
import Translation

/// A piece of Python of one construct, and what the compiler is to make of it.
///
/// `Cases/NAME.py` holds a class, which a small model calls; `Cases/Swift/NAME.swift` is the Swift
/// expected for it, or `Cases/NAME.diagnostic` the refusal. A case without a configuration of its own
/// takes the one of `configuration.py`. The target `TranslatedCases` builds the expected Swift, and
/// that of the model, `Cases/Swift/Models/NAME_model.swift`.
struct TranslationCase: Sendable, CustomTestStringConvertible {
    let name: String
    let python: String

    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "Cases")

    /// All cases, in alphabetic order.
    static let all: [TranslationCase] = {
        Repository.files(below: folder, withSuffix: ".py").map { file in
            let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
            return TranslationCase(name: String(file.dropLast(3)), python: text ?? "")
        }
    }()

    var testDescription: String { name }

    // MARK: What is expected

    /// The Swift of the models that call the cases.
    static let modelsFolder = folder.appending(path: "Swift/Models")

    var swiftFile: URL { Self.folder.appending(path: "Swift/\(name).swift") }
    var diagnosticFile: URL { Self.folder.appending(path: "\(name).diagnostic") }

    /// The expected result; `nil` if the case has none yet.
    var expected: Outcome? {
        let swift = try? String(contentsOf: swiftFile, encoding: .utf8)
        let diagnostic = try? String(contentsOf: diagnosticFile, encoding: .utf8)
        return swift.map { .swift($0) } ?? diagnostic.map { .refused($0) }
    }

    /// Makes a result the expected one.
    func accept(_ outcome: Outcome) throws {
        for file in [swiftFile, diagnosticFile] { try? FileManager.default.removeItem(at: file) }
        let file = if case .swift = outcome { swiftFile } else { diagnosticFile }
        try Data(outcome.text.utf8).write(to: file, options: .atomic)
    }

    /// Why a translated case is not run in both languages, `# not run: …` in the case.
    var reasonNotToRun: String? {
        python.firstMatch(of: #/(?m)^# not run: (.+)$/#).map { String($0.1) }
    }

    // MARK: What the compiler does

    enum Outcome: Hashable, Sendable {
        /// The formatted Swift, without the header.
        case swift(String)
        /// What the compiler says, one paragraph for each diagnostic.
        case refused(String)

        var text: String {
            switch self {
            case .swift(let text), .refused(let text): text
            }
        }
    }

    /// What the compiler makes of a case.
    struct Compiled {
        /// Unformatted Swift, or the refusal.
        let outcome: Outcome
        /// The unformatted Swift of the model that calls it, and what makes one.
        var model: (swift: String, entry: RegistryEntry)?
    }

    /// Analyses, translates and renders the case as a module of a family `case`.
    func compile() throws -> Compiled {
        var files = [name: python, modelModule: modelSource]
        if configuration == "ModelConfig", name != "configuration" {
            files["configuration"] = try String(
                contentsOf: Self.folder.appending(path: "configuration.py"), encoding: .utf8)
        }
        let analysis = try analyze(
            files, entry: modelModule, entryClass: modelName)
        guard analysis.diagnostics.isEmpty else {
            return Compiled(outcome: .refused(paragraphs(analysis.diagnostics)))
        }
        let translation = translateFamily(analysis.family, table: try OperationTable.builtIn())
        guard translation.diagnostics.isEmpty else {
            return Compiled(outcome: .refused(paragraphs(translation.diagnostics)))
        }
        func rendered(_ module: String) throws -> String {
            let index = analysis.family.modules.firstIndex { $0.shortName == module }!
            return try FileRenderer().render(
                translation.files[index], folder: "Case",
                package: PackageOrigin(name: "sample", version: "1", license: "MIT"),
                definition: "-"
            ).contents
        }
        let registration = translation.registration
        return Compiled(
            outcome: .swift(try rendered(name)),
            model: (
                try rendered(modelModule),
                RegistryEntry(
                    modelType: name, configuration: registration.configuration,
                    model: registration.model)
            ))
    }

    private func paragraphs(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { $0.rendered(source: python) + "\n" }.joined(separator: "\n")
    }

    // MARK: The model around it

    /// The name of the configuration: the case's own, or the shared one.
    private var configuration: String {
        python.firstMatch(of: #/@dataclass\nclass (\w+Config)\b(?![\s\S]*@dataclass)/#).map {
            String($0.1)
        }
            ?? "ModelConfig"
    }

    /// The last class that is a module.
    private var className: String {
        python.matches(of: #/class (\w+)\((?:\w+, )*nn\.Module\)/#).last.map { String($0.1) }
            ?? "Example"
    }

    /// The call that the model makes, `# call: block(x, cache[0])` in the case.
    private var call: String {
        python.firstMatch(of: #/# call: block\((.*)\)/#).map { String($0.1) }
            ?? "mx.tanh(input_ids)"
    }

    /// The cache that the model makes, `# cache: ArraysCache(size=2)` in the case.
    private var cache: String? {
        python.firstMatch(of: #/(?m)^# cache: (.+)$/#).map { String($0.1) }
    }

    /// The module of the model.
    var modelModule: String { "\(name)_model" }

    /// The model's class.
    var modelName: String { "\(className)Model" }

    /// A model that calls the case's class.
    var modelSource: String {
        let origin = configuration == "ModelConfig" ? "configuration" : name
        var source = """
            import mlx.core as mx
            import mlx.nn as nn
            from ..base import LanguageModelOutput
            from .\(origin) import \(configuration)
            from .\(name) import \(className)

            class \(modelName)(nn.Module):
                def __init__(self, config: \(configuration)):
                    super().__init__()
                    self.block = \(className)(config)

                def __call__(self, input_ids: mx.array, mask=None, cache=None):
                    return LanguageModelOutput(logits=self.block(\(call)))

                @property
                def layers(self):
                    return [self.block]

            """
        if let cache {
            source =
                "from ..cache import ArraysCache, CacheList, KVCache, RotatingKVCache\n" + source
                    + """

                        def make_cache(self):
                            return [\(cache)]

                    """
        }
        if python.contains("def sanitize(") {
            source += """

                    def sanitize(self, weights):
                        return self.block.sanitize(weights)

                """
        }
        for rule in ["quant_predicate", "cast_predicate"] where python.contains("def \(rule)(") {
            source += """

                    @property
                    def \(rule)(self):
                        return self.block.\(rule)

                """
        }
        if python.contains("def make_cache(") {
            source += """

                    def make_cache(self):
                        return self.block.make_cache()

                """
        }
        return source
    }
}
