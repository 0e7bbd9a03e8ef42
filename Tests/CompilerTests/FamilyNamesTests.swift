import CompilerTestSupport
import Foundation
import Testing

@Suite("The compiler knows no family by name")
struct FamilyNamesTests {
    @Test("No string literal of the generator holds a family's name")
    func literals() throws {
        let names = try familyNames()
        #expect(names.count > 50)
        let folder = Repository.url.appending(path: "Generator")
        let files = Repository.files(below: folder, withSuffix: ".swift").filter {
            !$0.hasPrefix("Families/")
        }
        #expect(files.count > 50)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for literal in stringLiterals(of: text) {
                let words = literal.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(
                    String.init)
                let found = words.filter(names.contains)
                #expect(found == [], "\(file): \"\(literal)\"")
            }
        }
    }

    /// The names of the installed packages' families that are longer than three characters.
    private func familyNames() throws -> Set<String> {
        var names: Set<String> = []
        for package in ["mlx_vlm", "mlx_lm"] {
            let models = try Repository.sitePackages().appending(path: "\(package)/models")
            for entry in try FileManager.default.contentsOfDirectory(atPath: models.path) {
                let folder = models.appending(path: entry)
                let isFamily = FileManager.default.fileExists(
                    atPath: folder.appending(path: "__init__.py").path)
                let isFile =
                    try package == "mlx_lm" && entry.hasSuffix(".py")
                    && defines("Model", in: folder)
                if isFamily { names.insert(entry) }
                if isFile { names.insert(String(entry.dropLast(3))) }
            }
        }
        return names.filter { $0.count > 3 }
    }

    private func defines(_ name: String, in file: URL) throws -> Bool {
        try String(contentsOf: file, encoding: .utf8).contains("\nclass \(name)(")
    }

    /// The text between quotation marks, line by line, comments left out.
    private func stringLiterals(of text: String) -> [String] {
        text.split(separator: "\n").filter {
            !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//")
        }
        .flatMap { line in line.matches(of: #/"((?:[^"\\]|\\.)*)"/#).map { String($0.1) } }
    }
}
