import Compiler
import CompilerTestSupport
import Foundation
import Testing

@Suite("Definitions beside versions that they were not written for")
struct ModulesOfVersionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Llama's definition with another list of modules.
    private func definition(modules: String) throws -> FamilyDefinition {
        let file = folder.url.appending(path: "llama.yml")
        try """
        family: llama
        package: mlx-vlm
        modules: [\(modules)]
        model_types: [llama]
        """.write(to: file, atomically: true, encoding: .utf8)
        return try FamilyDefinition(contentsOf: file)
    }

    @Test("A module that this version lacks is left out")
    func missing() throws {
        let definition = try definition(modules: "config, language, drafts, llama")
        let source = try folder.mutatedPackage { $0 }
        let family = try FamilyCompiler().compile(definition, source: source)
        #expect(family.diagnostics == [])
        #expect(family.files.map(\.path) == (try compileLlama(source: source)).files.map(\.path))
    }

    @Test("A module that the installed version lacks is an error")
    func missingFromInstalled() throws {
        let definition = try definition(modules: "config, language, drafts, llama")
        let error = #expect(throws: DefinitionError.self) {
            try FamilyCompiler().compile(definition)
        }
        #expect("\(try #require(error))".contains("has no module 'mlx_vlm.models.llama.drafts'"))
    }

    @Test("A module that only this version has is translated where the model imports it")
    func added() throws {
        let source = try folder.mutatedPackage {
            try $0.changing(
                (
                    "from .config import ModelConfig",
                    "from .config import ModelConfig\nfrom .scaling import twice"
                ),
                ("return self.norm(h)", "return self.norm(twice(h))"))
        }
        let family = source.appending(path: "mlx_vlm/models/llama")
        try "import mlx.core as mx\n\n\ndef twice(x: mx.array) -> mx.array:\n    return x * 2\n"
            .write(to: family.appending(path: "scaling.py"), atomically: true, encoding: .utf8)
        try "def unused(x):\n    yield x\n"
            .write(to: family.appending(path: "drafts.py"), atomically: true, encoding: .utf8)
        let compiled = try compileLlama(source: source)
        #expect(compiled.diagnostics == [])
        let language = try #require(
            compiled.files.first { $0.path.hasSuffix("LlamaLanguage.swift") })
        #expect(language.contents.contains("norm(llamaTwice(h))"))
        #expect(compiled.files.contains { $0.path.hasSuffix("LlamaScaling.swift") })
    }
}
