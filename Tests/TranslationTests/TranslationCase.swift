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
/// takes the one of `configuration.py`. The target `TranslatedCases` builds the expected Swift.
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

    /// Analyses, translates and renders the case as a module of a family `case`.
    ///
    /// - Returns: unformatted Swift, or the refusal.
    func compile() throws -> Outcome {
        let module = name == "case" ? "example" : name
        var files = [module: python, "model": modelSource(module)]
        if configuration == "ModelConfig", name != "configuration" {
            files["configuration"] = try String(
                contentsOf: Self.folder.appending(path: "configuration.py"), encoding: .utf8)
        }
        let analysis = try analyze(files)
        guard analysis.diagnostics.isEmpty else {
            return .refused(paragraphs(analysis.diagnostics))
        }
        let translation = translateFamily(analysis.family, table: try OperationTable.builtIn())
        guard translation.diagnostics.isEmpty else {
            return .refused(paragraphs(translation.diagnostics))
        }
        let index = analysis.family.modules.firstIndex { $0.shortName == module }!
        let rendered = try FileRenderer().render(
            translation.files[index], folder: "Case",
            package: PackageOrigin(name: "sample", version: "1", license: "MIT"), definition: "-")
        return .swift(rendered.contents)
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

    private func modelSource(_ module: String) -> String {
        let origin = configuration == "ModelConfig" ? "configuration" : module
        var source = """
            import mlx.core as mx
            import mlx.nn as nn
            from ..base import LanguageModelOutput
            from .\(origin) import \(configuration)
            from .\(module) import \(className)

            class Model(nn.Module):
                def __init__(self, config: \(configuration)):
                    super().__init__()
                    self.block = \(className)(config)

                def __call__(self, input_ids: mx.array, mask=None, cache=None):
                    return LanguageModelOutput(logits=self.block(\(call)))

            """
        if python.contains("def sanitize(") {
            source += """

                    def sanitize(self, weights):
                        return self.block.sanitize(weights)

                """
        }
        return source
    }
}
