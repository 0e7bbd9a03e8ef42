import CompilerTestSupport
import Foundation
import Testing

@Suite("The generator decides by what the source says")
struct FamilyNamesTests {
    /// The families of both installed packages: folders, and files that define a `Model`.
    private func families() throws -> Set<String> {
        let site = try Repository.sitePackages()
        return try ["mlx_vlm/models", "mlx_lm/models"].reduce(into: []) { names, path in
            let folder = site.appending(path: path)
            for entry in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let file = folder.appending(path: entry)
                let isFolder =
                    (try? file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
                let source = isFolder ? "" : try String(contentsOf: file, encoding: .utf8)
                if isFolder || source.contains("\nclass Model(") {
                    names.insert(file.deletingPathExtension().lastPathComponent)
                }
            }
        }
    }

    /// The words of the string literals in Swift code, comments left out.
    static func literalWords(in source: String) -> Set<String> {
        let code = source.split(separator: "\n").filter {
            !$0.drop { $0 == " " }.hasPrefix("//")
        }.joined(separator: "\n")
        return Set(
            code.matches(of: #/"(?:[^"\\\n]|\\.)*"/#).flatMap { literal in
                literal.0.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
            })
    }

    @Test("No string in its Swift sources holds a family's name")
    func noFamilyName() throws {
        let families = try families()
        #expect(families.isSuperset(of: ["llama", "qwen2", "gemma3n", "gpt_oss", "phi3"]))
        let generator = Repository.url.appending(path: "Generator")
        for path in Repository.files(below: generator, withSuffix: ".swift") {
            let source = try String(contentsOf: generator.appending(path: path), encoding: .utf8)
            let found = Self.literalWords(in: source).intersection(families)
            #expect(found == [], "\(path)")
        }
    }

    @Test("The words of a literal are found, those of a comment are not")
    func words() {
        let source = """
            /// `llama` is "qwen2".
            if name == "mlx_vlm.models.gemma" { return "\\(name)-phi3 \\"x\\"" }
            """
        let words = Self.literalWords(in: source)
        #expect(words.isSuperset(of: ["mlx_vlm", "gemma", "phi3"]))
        #expect(words.isDisjoint(with: ["llama", "qwen2"]))
    }
}
