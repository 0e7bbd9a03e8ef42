import Analysis
import Compiler
import CompilerTestSupport
import Foundation
import PythonSyntax
import Testing

@Suite("Family definitions")
struct FamilyDefinitionTests {
    @Test("A definition has the family's package, modules and model types")
    func reading() throws {
        let definition = try llamaDefinition()
        #expect(definition.family == "llama")
        #expect(definition.package == .mlxVLM)
        #expect(definition.modules.contains("language"))
        #expect(definition.modelTypes.contains("llama"))
    }

    @Test(
        "A malformed definition gives one message that names the file and the cause",
        arguments: [
            ("family: a\npackage: mlx-vlm\nmodules: [a]\n", "the key 'model_types' is missing"),
            ("package: mlx-vlm\nmodules: [a]\nmodel_types: [a]\n", "the key 'family' is missing"),
            (
                "family: a\npackage: mlx-vlm\nmodules: 3\nmodel_types: [a]\n",
                "'modules' has the wrong type"
            ),
            (
                "family: a\npackage: [x]\nmodules: [a]\nmodel_types: [a]\n",
                "'package' has the wrong type"
            ),
            ("family: [a\n", "broken.yml"),
            ("", "broken.yml"),
            ("- a\n- b\n", "broken.yml"),
        ])
    func malformed(_ text: String, _ cause: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(text, to: "broken.yml")
        let error = #expect(throws: DefinitionError.self) { try FamilyDefinition(contentsOf: file) }
        let message = try #require(error).description
        #expect(message.hasPrefix(file.path))
        #expect(message.contains(cause), "\(message)")
        #expect(!message.contains("DecodingError") && !message.contains("CodingKeys"), "\(message)")
    }

    @Test("Its runs tell what the inputs beside the tokens are like, as far as all of them agree")
    func inputs() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            """
            family: a
            package: mlx-vlm
            modules: [a]
            model_types: [a]
            reference:
              inputs:
                grid: { values: [[1, 4, 6]] }
                mask: { shape: [1, 2, 28], fill: true }
              scenes:
                - name: one
                  inputs:
                    sizes: { values: [[2.5, 3]] }
                    grid: { values: [[1, 2, 2], [1, 4, 4]] }
                    mask: { shape: [1, 28] }
            """, to: "a.yml")
        let inputs = try FamilyDefinition(contentsOf: file).inputs
        #expect(
            inputs == [
                "grid": ArrayFacts(kind: .whole, rank: 2), "mask": ArrayFacts(),
                "sizes": ArrayFacts(rank: 2),
            ])
    }

    @Test("A file that is not there is named")
    func missingFile() throws {
        let file = URL(filePath: "/nowhere/llama.yml")
        let error = #expect(throws: DefinitionError.self) { try FamilyDefinition(contentsOf: file) }
        #expect(try #require(error).description.hasPrefix("/nowhere/llama.yml: "))
    }

    @Test("An unknown family names the nearest defined ones")
    func unknownFamily() throws {
        let folder = try TemporaryFolder()
        for name in ["alpha", "alphabet", "beta"] { try folder.write("", to: "\(name).yml") }
        let definitions = FamilyDefinitions(folder: folder.url)
        #expect(definitions.names(in: .mlxVLM) == ["alpha", "alphabet", "beta"])
        let error = #expect(throws: DefinitionError.self) {
            try definitions.definition(of: "alpah")
        }
        let message = try #require(error).description
        #expect(message.contains("no family 'alpah' is defined in \(folder.url.path)"))
        #expect(message.contains("alpha"))
        #expect(!message.contains("beta"))
    }

    @Test("A family that the package does not have names the nearest of its own")
    func unknownFamilyOfPackage() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "family: lama\npackage: mlx-vlm\nmodules: [language]\nmodel_types: [llama]\n",
            to: "lama.yml")
        let error = #expect(throws: PythonPackageError.self) {
            try FamilyCompiler().compile(FamilyDefinition(contentsOf: file))
        }
        let message = try #require(error).description
        #expect(message.contains("no model family 'lama'"))
        #expect(message.contains("llama"))
    }

    @Test("An unknown package is named")
    func unknownPackage() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "family: llama\npackage: mlx-none\nmodules: [language]\nmodel_types: [llama]\n",
            to: "llama.yml")
        let error = #expect(throws: DefinitionError.self) { try FamilyDefinition(contentsOf: file) }
        let message = try #require(error).description
        #expect(message.contains("'package' is none of mlx-vlm, mlx-lm"), "\(message)")
    }

    @Test("Both packages may define a family of one name; mlx-vlm's is taken unless one is named")
    func twoPackages() throws {
        let folder = try TemporaryFolder()
        func write(_ family: String, _ package: String, to path: String) throws {
            try folder.write(
                "family: \(family)\npackage: \(package)\nmodules: [a]\nmodel_types: [a]\n", to: path
            )
        }
        try write("alpha", "mlx-vlm", to: "alpha.yml")
        try write("alpha", "mlx-lm", to: "mlx-lm/alpha.yml")
        try write("beta", "mlx-lm", to: "mlx-lm/beta.yml")
        let definitions = FamilyDefinitions(folder: folder.url)
        #expect(definitions.names(in: .mlxVLM) == ["alpha"])
        #expect(definitions.names(in: .mlxLM) == ["alpha", "beta"])
        #expect(try definitions.definition(of: "alpha").package == .mlxVLM)
        #expect(try definitions.definition(of: "alpha", in: .mlxLM).path == "mlx-lm/alpha.yml")
        #expect(try definitions.definition(of: "beta").package == .mlxLM)
    }

    @Test("A definition in the other package's folder is refused")
    func misplaced() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "family: alpha\npackage: mlx-lm\nmodules: [a]\nmodel_types: [a]\n", to: "alpha.yml")
        let error = #expect(throws: DefinitionError.self) {
            try FamilyDefinitions(folder: folder.url).definition(of: "alpha")
        }
        #expect(try #require(error).description.contains("the folder is that of mlx-vlm"))
    }
}
