import CompilerTestSupport
import Foundation
import Rendering
import Testing

@Suite("A construct becomes the Swift that its case expects, or a clear refusal")
struct CaseTests {
    /// What the compiler makes of every case, formatted in one go.
    private static let outcomes: [String: Result<TranslationCase.Outcome, any Error>] = {
        var outcomes: [String: Result<TranslationCase.Outcome, any Error>] = [:]
        var files: [RenderedFile] = []
        for example in TranslationCase.all {
            let outcome = Result { try example.compile() }
            outcomes[example.name] = outcome
            if case .success(.swift(let text)) = outcome {
                files.append(RenderedFile(path: example.name, contents: text))
            }
        }
        do {
            for file in try SwiftFormat.format(files) {
                outcomes[file.path] = .success(.swift(withoutHeader(file.contents)))
            }
        } catch {
            for file in files { outcomes[file.path] = .failure(error) }
        }
        return outcomes
    }()

    private static func withoutHeader(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { $0.hasPrefix("//") || $0.isEmpty }.joined(separator: "\n")
    }

    /// Expected results are rewritten on purpose only.
    private static let updates =
        ProcessInfo.processInfo.environment["MLX_PORT_UPDATE_GOLDENS"] == "1"

    @Test("Case", arguments: TranslationCase.all)
    func example(_ example: TranslationCase) throws {
        let found = try #require(Self.outcomes[example.name]).get()
        if Self.updates {
            try example.accept(found)
            return
        }
        let expected = try #require(example.expected, "no expected result; found:\n\(found.text)")
        #expect(found == expected, "\(lineDifference(from: expected.text, to: found.text))")
    }

    @Test("Every expected result has its case")
    func noOrphans() {
        let names = Set(TranslationCase.all.map(\.name))
        let expected =
            Repository.files(below: TranslationCase.folder, withSuffix: ".swift")
            + Repository.files(below: TranslationCase.folder, withSuffix: ".diagnostic")
        let orphans = expected.filter { file in
            !names.contains(String(file.split(separator: "/").last!.prefix { $0 != "." }))
        }
        #expect(orphans == [])
    }
}

/// The lines that differ, `-` for what was expected and `+` for what was found.
func lineDifference(from expected: String, to found: String) -> String {
    let (old, new) = (expected.components(separatedBy: "\n"), found.components(separatedBy: "\n"))
    let changes = new.difference(from: old).map { change in
        switch change {
        case .remove(let offset, let line, _): (offset, 0, "-\(offset + 1): \(line)")
        case .insert(let offset, let line, _): (offset, 1, "+\(offset + 1): \(line)")
        }
    }
    return changes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2).joined(separator: "\n")
}
