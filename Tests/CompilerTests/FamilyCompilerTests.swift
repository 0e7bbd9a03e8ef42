import Compiler
import CompilerTestSupport
import Foundation
import PythonSyntax
import Rendering
import Testing

@Suite("A family from its Python to files")
struct FamilyCompilerTests {
    @Test("Every defined family compiles to the files on disk, and to nothing else there")
    func filesOnDisk() throws {
        let definitions = FamilyDefinitions(folder: Repository.definitions)
        let compiler = try FamilyCompiler()
        let all = try ModelsPackage.allCases.flatMap { try definitions.definitions(in: $0) }
        let families = try all.map { try compiler.outline($0, among: all) }
        #expect(families.map(\.hasErrors) == families.map { _ in false })
        let files =
            try compiler.files(of: families)
            + compiler.registries(of: families, packages: ModelsPackage.allCases)
        for file in files {
            let disk = try String(
                contentsOf: Repository.generated.appending(path: file.path), encoding: .utf8)
            #expect(disk == file.contents, "\(file.path)")
        }
        #expect(
            Repository.files(below: Repository.generated, withSuffix: ".swift")
                == files.map(\.path).sorted())
    }

    @Test("A definition can take a part of the package's model as the family")
    func part() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            """
            family: llama
            package: mlx-vlm
            modules: [config, language]
            entry: language.LanguageModel
            model_types: [llama_text]
            """, to: "llama.yml")
        let family = try FamilyCompiler().compile(FamilyDefinition(contentsOf: file))
        #expect(family.diagnostics == [])
        #expect(
            family.files.map(\.path) == [
                "Llama/LlamaConfiguration.swift", "Llama/LlamaLanguage.swift",
            ])
        #expect(family.registrations.map(\.model) == ["LlamaLanguageModel"])
        #expect(
            family.files.last?.contents.contains(
                "class LlamaLanguageModel: Module, GenerativeModel") == true)
    }

    @Test("One compiler takes two definitions of one name each for what it says")
    func definitionsOfOneName() throws {
        let folder = try TemporaryFolder()
        func definition(_ overrides: String) throws -> FamilyDefinition {
            let file = try folder.write(
                """
                family: llama
                package: mlx-vlm
                modules: [config, language, llama]
                model_types: [llama]
                \(overrides)
                """, to: "llama.yml")
            return try FamilyDefinition(contentsOf: file)
        }
        let compiler = try FamilyCompiler()
        func configuration(_ overrides: String = "") throws -> String? {
            try compiler.compile(definition(overrides)).files.first?.contents
        }
        let stated =
            "overrides: [{ field: config.ModelConfig.rope_theta, type: int, reason: a test }]"
        #expect(try configuration()?.contains("var ropeTheta: Double") == true)
        #expect(try configuration(stated)?.contains("var ropeTheta: Int") == true)
    }

    @Test("For a trace of lines the Swift tells what nothing reads; otherwise it does not have it")
    func unread() throws {
        let definitions = FamilyDefinitions(folder: Repository.definitions)
        let compiler = try FamilyCompiler()
        let family = try compiler.outline(definitions.definition(of: "gpt_neox", in: .mlxVLM))
        func language(tellsUnread: Bool) throws -> String? {
            try compiler.files(of: [family], tellsUnread: tellsUnread)
                .first { $0.path.hasSuffix("Language.swift") }?.contents
        }
        let call = #""unread gpt_neox/language.py:133:9 L", "L", inputs.dim(1))"#
        #expect(try language(tellsUnread: true)?.contains(call) == true)
        #expect(try language(tellsUnread: false)?.contains("traceLine") == false)
    }

    @Test("The lines of a function begin with what it is given")
    func parameterLines() throws {
        let definitions = FamilyDefinitions(folder: Repository.definitions)
        let family = try FamilyCompiler().outline(
            definitions.definition(of: "gpt_neox", in: .mlxVLM))
        let model = family.functions.first { $0.name == "GptNeoxGPTNeoXModel.callAsFunction" }
        let first = try #require(model?.bindings.first)
        #expect(first.name == "(inputs)")
        #expect(first.swiftName == "(inputs)")
        #expect(first.places.first?.hasPrefix("gpt_neox/language.py:") == true)
    }

    @Test("Compiling twice gives the same bytes")
    func deterministic() throws {
        let (first, second) = (try compileLlama(), try compileLlama())
        #expect(first.files == second.files)
        #expect(
            first.files.map(\.path) == [
                "Llama/LlamaConfiguration.swift", "Llama/LlamaLanguage.swift", "Llama/Llama.swift",
            ])
        #expect(first.registrations == second.registrations)
    }

    @Test(
        "A header names the Python file, the package, its version and licence, and the file's hash")
    func header() throws {
        let family = try compileLlama()
        let source = try Data(
            contentsOf: family.package.folder.appending(path: "models/llama/language.py"))
        let parsed = try PythonParser().parse(
            source: String(decoding: source, as: UTF8.self), moduleName: "m")
        let file = try #require(family.files.first { $0.path.hasSuffix("LlamaLanguage.swift") })
        let header = file.contents.split(separator: "\n").prefix(3).joined(separator: "\n")
        #expect(header.contains("mlx_vlm/models/llama/language.py"))
        #expect(header.contains("mlx-vlm \(family.package.version), MIT, sha256 \(parsed.sha256)"))
        #expect(header.contains("Generator/Families/llama.yml"))
    }

    @Test("With probes every call of a translated module is observed; without, none is")
    func probes() throws {
        let plain = try compileLlama().files.map(\.contents).joined()
        let probed = try compileLlama(probes: true).files.map(\.contents).joined()
        #expect(!plain.contains("observe"))
        #expect(probed.matches(of: #/\bobserve \{/#).count == 2)
    }

    @Test("Shared components leave at most 60 % of the lines of a full literal translation")
    func lines() throws {
        let family = try compileLlama()
        let counts = try FamilyCompiler().lineCounts(of: family)
        let (routed, literal) = (
            counts.map(\.routed).reduce(0, +), counts.map(\.literal).reduce(0, +)
        )
        #expect(Double(routed) <= 0.6 * Double(literal))
        #expect(literal > 300)
    }

    @Test("A renamed local or a comment in the source leaves the Swift as it is, but for the hash")
    func renamedLocal() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage {
            try $0.changing(
                ("head_dim = args.head_dim or", "head_size = args.head_dim or"),
                ("head_dim**-0.5", "head_size**-0.5"), ("heads * head_dim", "heads * head_size"))
        }
        let changed = try compileLlama(source: source)
        #expect(changed.diagnostics == [])
        func withoutHash(_ files: [RenderedFile]) -> [String] {
            files.map { $0.contents.replacing(#/sha256 \w+/#, with: "") }
        }
        #expect(withoutHash(changed.files) == withoutHash(try compileLlama().files))
        let differences = OutputFolder(Repository.generated).differences(from: changed.files)
        #expect(differences.map { $0.path.split(separator: "/").last } == ["LlamaLanguage.swift"])
        #expect(differences.first?.lines.allSatisfy { $0.contains("sha256") } == true)
    }

    @Test("An added line in the source is a difference, named with its lines")
    func addedLine() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage {
            try $0.changing(
                (
                    "        return self.norm(h)\n",
                    "        h = h * 2\n        return self.norm(h)\n"
                ))
        }
        let differences = OutputFolder(Repository.generated).differences(
            from: try compileLlama(source: source).files)
        let difference = try #require(differences.first)
        #expect(differences.count == 1)
        #expect(!difference.isMissing)
        #expect(
            difference.lines.contains { $0.hasSuffix("+         h = h * 2") }, "\(difference.lines)"
        )
    }

    @Test("A layer that is no component any more is translated as it stands")
    func literalLayer() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage {
            try $0.changing(("return self.down_proj(swiglu(", "return 2 * self.down_proj(swiglu("))
        }
        let family = try compileLlama(source: source)
        #expect(family.diagnostics == [])
        let language = try #require(family.files.first { $0.path.hasSuffix("LlamaLanguage.swift") })
            .contents
        #expect(!language.contains("typealias LlamaMLP"))
        #expect(language.contains("public final class LlamaMLP: Module, FeedForwardLayer {"))
        #expect(language.contains("2 * downProj(swiglu(gateProj(x), upProj(x)))"))
    }

    @Test("A property may give the language model, under another name than its weights have")
    func languageModelProperty() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage(module: "llama.py") {
            try $0.changing(
                ("self.language_model", "self.text"),
                (
                    "    @property\n    def layers",
                    "    @property\n    def language_model(self):\n        return self.text\n\n"
                        + "    @property\n    def layers"
                ))
        }
        let family = try compileLlama(source: source)
        #expect(family.diagnostics == [])
        let model = try #require(family.files.first { $0.path.hasSuffix("/Llama.swift") }).contents
        #expect(model.contains("class Llama: Module, LanguageModelHolder"))
        #expect(model.contains("@ModuleInfo var text: LlamaLanguageModel"))
        #expect(model.contains("public var languageModel: LlamaLanguageModel { text }"))
    }

    @Test("An unsupported construct is a diagnostic at its place, and there are no files")
    func unsupported() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage {
            try $0.changing(
                (
                    "        return self.norm(h)\n",
                    "        try:\n            h = mx.frobnicate(h)\n        except ValueError:\n            pass\n        return self.norm(h)\n"
                ))
        }
        let family = try compileLlama(source: source)
        #expect(family.hasErrors)
        #expect(family.files == [])
        #expect(family.registrations == [])
        let diagnostic = try #require(family.diagnostics.first)
        let text = try String(contentsOfFile: diagnostic.path, encoding: .utf8).components(
            separatedBy: "\n")
        #expect(diagnostic.construct == "try statement")
        #expect(text[diagnostic.span.line - 1] == "        try:")
        #expect(diagnostic.path.hasSuffix("models/llama/language.py"))
    }

    @Test("A syntax error is reported with path, line and column")
    func syntaxError() throws {
        let folder = try TemporaryFolder()
        let source = try folder.mutatedPackage { "import mlx.core as mx\nx = (1,\n" + $0.prefix(0) }
        let error = #expect(throws: PythonSourceError.self) { try compileLlama(source: source) }
        let message = try #require(error).description
        #expect(message.contains("models/llama/language.py:2:5: SyntaxError"), "\(message)")
    }

    @Test("A module that the package does not have is named")
    func missingModule() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "family: llama\npackage: mlx-vlm\nmodules: [config, vision]\nmodel_types: [llama]\n",
            to: "llama.yml")
        let error = #expect(throws: (any Error).self) {
            try FamilyCompiler().compile(FamilyDefinition(contentsOf: file))
        }
        #expect(String(describing: try #require(error)).contains("mlx_vlm.models.llama.vision"))
    }
}
