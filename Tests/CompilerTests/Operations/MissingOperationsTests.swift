import Compiler
import CompilerTestSupport
import Operations
import PythonSyntax
import Testing

@Suite("Names that models use and the table lacks")
struct MissingOperationsTests {
    private func missing(_ source: String, rows: String) throws -> MissingOperations {
        let folder = try TemporaryFolder()
        _ = try folder.write("version = \"1.0\"\n__version__ = \"1.0\"\n", to: "mlx_vlm/version.py")
        _ = try folder.write(source, to: "mlx_vlm/models/sample/language.py")
        let package = try PythonPackage.locate("mlx-vlm", source: folder.url)
        return try OperationTable(yaml: [("rows.yml", rows)])
            .missingOperations(in: [package], arrayMembers: ["astype", "square"])
    }

    @Test("Imports are followed under every name that they are given")
    func imports() throws {
        let found = try missing(
            """
            import math
            import mlx.core as mx
            import numpy as np
            from mlx import nn
            from mlx.core import softmax as soft

            def f(x, y=mx.zeros):
                from math import ceil
                z = [soft(mx.fast.rope(v)) for v in x if math.pi < np.sin(v)]
                return f"{nn.silu(x.astype(mx.int8))}", lambda v: ceil(v.square())
            """,
            rows:
                "functions: { mlx.core.zeros: { parameters: \"shape: [int]\", swift: \"zeros({shape})\" } }"
        )
        #expect(
            Set(found.missing.map(\.name)) == [
                "mlx.core.softmax", "mlx.core.fast.rope", "math.pi", "numpy.sin", "mlx.nn.silu",
                "mlx.core.int8", "math.ceil", "array.astype", "array.square",
            ])
        #expect(found.missing.allSatisfy { $0.files == ["mlx_vlm/models/sample/language.py"] })
    }

    @Test("The most used name comes first, with its count")
    func order() throws {
        let found = try missing(
            "import mlx.core as mx\nmx.b(mx.a(1), mx.a(2))\n", rows: "{}")
        #expect(found.missing.map(\.name) == ["mlx.core.a", "mlx.core.b"])
        #expect(found.missing.map(\.count) == [2, 1])
    }

    @Test("What is left out on purpose is told with its reason; a pattern covers what is below it")
    func excluded() throws {
        let found = try missing(
            "import mlx.core as mx\nmx.metal.f()\nmx.load(1)\nmx.other()\n",
            rows: "excluded: { mlx.core.metal.*: kernels, mlx.core.load: loading }")
        #expect(found.missing.map(\.name) == ["mlx.core.other"])
        #expect(
            found.excluded.map { "\($0.use.name): \($0.reason)" }.sorted() == [
                "mlx.core.load: loading", "mlx.core.metal.f: kernels",
            ])
    }

    @Test("A member of something that has a row has its row")
    func members() throws {
        let found = try missing(
            "import mlx.core as mx\nmx.float32.size\nmx.float16\n",
            rows: "constants: { mlx.core.float32: { type: dtype, swift: .float32 } }")
        #expect(found.missing.map(\.name) == ["mlx.core.float16"])
    }

    @Test("The built-in table covers the installed packages")
    func builtIn() throws {
        let engine = try EngineSignatures(sitePackages: Repository.sitePackages())
        let packages = try ["mlx-vlm", "mlx-lm"].map { try PythonPackage.locate($0) }
        let found = try OperationTable.builtIn()
            .missingOperations(in: packages, arrayMembers: engine.arrayMembers)
        #expect(found.missing.isEmpty, "\(found.missing.map(\.name))")
    }
}
