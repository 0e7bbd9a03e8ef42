import CompilerTestSupport
import Foundation
import Rendering

/// What the compiler makes of every case, formatted in one go.
struct TranslatedCases {
    /// The Swift or the refusal, by case.
    private(set) var outcomes: [String: Result<TranslationCase.Outcome, any Error>] = [:]
    /// The Swift of the models that call the cases, and the list of them, by file.
    private(set) var models: [String: String] = [:]

    init(_ cases: [TranslationCase] = TranslationCase.all) {
        var files: [RenderedFile] = []
        var entries: [RegistryEntry] = []
        for example in cases {
            do {
                let compiled = try example.compile()
                outcomes[example.name] = .success(compiled.outcome)
                guard case .swift(let text) = compiled.outcome, let model = compiled.model else {
                    continue
                }
                files.append(RenderedFile(path: example.name, contents: text))
                guard example.reasonNotToRun == nil else { continue }
                files.append(
                    RenderedFile(path: "\(example.modelModule).swift", contents: model.swift))
                entries.append(model.entry)
            } catch {
                outcomes[example.name] = .failure(error)
            }
        }
        do {
            files.append(
                try FileRenderer().renderRegistry(
                    entries, name: "CaseRegistry", package: "mlxLM", folder: ""))
            for file in try SwiftFormat.format(files) {
                let text = Self.withoutHeader(file.contents)
                if file.path.hasSuffix(".swift") {
                    models[file.path] = text
                } else {
                    outcomes[file.path] = .success(.swift(text))
                }
            }
        } catch {
            for example in cases { outcomes[example.name] = .failure(error) }
        }
    }

    private static func withoutHeader(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { $0.hasPrefix("//") || $0.isEmpty }.joined(separator: "\n")
    }
}
