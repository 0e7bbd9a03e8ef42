import CompilerTestSupport
import Foundation
import Rendering
import Testing

@Suite("A construct becomes the Swift that its case expects, or a clear refusal")
struct CaseTests {
    private static let translated = TranslatedCases()

    /// Expected results are rewritten on purpose only.
    private static let updates =
        ProcessInfo.processInfo.environment["MLX_PORT_UPDATE_GOLDENS"] == "1"

    @Test("Case", arguments: TranslationCase.all)
    func example(_ example: TranslationCase) throws {
        let found = try #require(Self.translated.outcomes[example.name]).get()
        if Self.updates {
            try example.accept(found)
            return
        }
        let expected = try #require(example.expected, "no expected result; found:\n\(found.text)")
        #expect(found == expected, "\(lineDifference(from: expected.text, to: found.text))")
    }

    @Test("The models that call the cases are those that the compiler makes")
    func models() throws {
        let folder = TranslationCase.modelsFolder
        if Self.updates {
            try? FileManager.default.removeItem(at: folder)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (file, text) in Self.translated.models {
                try Data(text.utf8).write(to: folder.appending(path: file), options: .atomic)
            }
            return
        }
        #expect(Repository.files(below: folder) == Self.translated.models.keys.sorted())
        for (file, text) in Self.translated.models {
            let expected = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
            #expect(text == expected, "\(file) is not what the compiler gives")
        }
    }

    @Test("Every expected result has its case")
    func noOrphans() {
        let names = Set(TranslationCase.all.map(\.name))
        let expected =
            Repository.files(below: TranslationCase.folder, withSuffix: ".swift").filter {
                !$0.hasPrefix("Swift/Models/")
            }
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
