import Compiler
import CompilerTestSupport
import Foundation
import Testing

@Suite("What families share and nothing ports becomes part of the family that uses it")
struct BorrowedModulesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Llama with a module `models/scaling.py` beside it that other families may use, too.
    private func compile(_ shared: String, imports: String, norm: String) throws -> CompiledFamily {
        let source = try folder.mutatedPackage {
            try $0.changing(
                (
                    "from .config import ModelConfig",
                    "from .config import ModelConfig\n\(imports)"
                ),
                (
                    "self.norm = nn.RMSNorm(args.hidden_size, eps=args.rms_norm_eps)",
                    "self.norm = \(norm)(args.hidden_size, args.rms_norm_eps)"
                ))
        }
        try shared.write(
            to: source.appending(path: "mlx_vlm/models/scaling.py"), atomically: true,
            encoding: .utf8)
        return try compileLlama(source: source)
    }

    private let scaledNorm = """
        import mlx.core as mx
        import mlx.nn as nn
        from .activations import swiglu

        FACTORS = {"plain": 1.0, "twice": 2.0}

        def scaled(x: mx.array, kind: str) -> mx.array:
            return swiglu(x * FACTORS[kind], x)

        def unused(x):
            yield x

        class ScaledNorm(nn.Module):
            def __init__(self, dims: int, eps: float):
                super().__init__()
                self.norm = nn.RMSNorm(dims, eps=eps)

            def __call__(self, x: mx.array) -> mx.array:
                return scaled(self.norm(x), "twice")

        """

    @Test(
        "A class with what it needs is translated, under the family's name; what is ported is named"
    )
    func borrowed() throws {
        let family = try compile(
            scaledNorm, imports: "from ..scaling import ScaledNorm", norm: "ScaledNorm")
        #expect(family.diagnostics == [])
        let file = try #require(family.files.first { $0.path == "Llama/LlamaScaling.swift" })
        #expect(file.contents.contains("mlx_vlm/models/scaling.py"))
        #expect(file.contents.contains("final class LlamaScaledNorm: Module"))
        #expect(file.contents.contains("func llamaScaled("))
        #expect(file.contents.contains("swiglu(x * "))
        #expect(!file.contents.contains("unused"))
        let language = try #require(family.files.first { $0.path.hasSuffix("LlamaLanguage.swift") })
        #expect(language.contents.contains("LlamaScaledNorm("))
    }

    @Test("It may be named by its module")
    func named() throws {
        let family = try compile(
            scaledNorm, imports: "from .. import scaling as extras", norm: "extras.ScaledNorm")
        #expect(family.diagnostics == [])
        #expect(family.files.contains { $0.path == "Llama/LlamaScaling.swift" })
    }

    @Test("What cannot be translated is told where it stands")
    func unsupported() throws {
        let family = try compile(
            scaledNorm.replacing("return swiglu", with: "x = mx.frobnicate(x)\n    return swiglu"),
            imports: "from ..scaling import ScaledNorm", norm: "ScaledNorm")
        let diagnostic = try #require(family.diagnostics.first)
        #expect(diagnostic.path.hasSuffix("mlx_vlm/models/scaling.py"))
        #expect(diagnostic.construct == "call of 'mx.frobnicate'")
        #expect(family.files == [])
    }
}
