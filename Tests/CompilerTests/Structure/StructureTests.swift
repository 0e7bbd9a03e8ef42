import Compiler
import CompilerTestSupport
import Foundation
import PythonSyntax
import Testing

@Suite("Structural differences")
struct StructureTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func package(_ root: String, version: String, _ files: [String: String]) throws
        -> PythonPackage
    {
        try folder.write("__version__ = \"\(version)\"\n", to: "\(root)/mlx_vlm/version.py")
        for (path, text) in files { try folder.write(text, to: "\(root)/mlx_vlm/models/\(path)") }
        return try PythonPackage.locate("mlx-vlm", source: folder.url.appending(path: root))
    }

    private static let small = """
        class SmallAttention:
            def __init__(self, args):
                self.q = nn.Linear(args.dim, args.dim, bias=False)
                self.scale = args.dim**-0.5

            def __call__(self, x):
                return self.q(x) * self.scale

        class Model:
            def __init__(self, args):
                self.attention = SmallAttention(args)
        """

    @Test("Classes belong together by name without the family's; only what differs is shown")
    func families() throws {
        let large = try Self.small.changing(
            ("SmallAttention", "LargeAttention"), ("bias=False", "bias=True"))
        let package = try package(
            "one", version: "1",
            [
                "small/__init__.py": "from .small import Model\n", "small/small.py": Self.small,
                "large/__init__.py": "from .large import Model\n",
                "large/large.py": large + "\n\nclass Extra:\n    pass\n",
            ])
        let comparison = try compareFamilies("small", of: package, with: "large", of: package)
        #expect(comparison.pairs.map(\.new) == ["LargeAttention", "Model"])
        #expect(
            comparison.text == """
                small → large

                the same: Model

                class SmallAttention → LargeAttention (small.py:1 → large.py:1, 80 % of the lines the same)
                  __init__ (small.py:2 → large.py:2)
                    -     self.q = nn.Linear(args.dim, args.dim, bias=False)
                    +     self.q = nn.Linear(args.dim, args.dim, bias=True)
                class Extra (large.py:13) is new
                """)
        #expect(
            try compareFamilies("small", of: package, with: "small", of: package).difference.isEmpty
        )
    }

    @Test("Drift: what is new, gone and changed; formatting and comments are not")
    func drift() throws {
        let entry = "from .m import Model\n"
        let old = try package(
            "old", version: "1",
            [
                "same/__init__.py": entry, "same/m.py": Self.small,
                "moved/__init__.py": entry, "moved/m.py": Self.small,
                "gone/__init__.py": entry, "gone/m.py": Self.small,
                "base.py": "def scale(x):\n    return x\n",
            ])
        let new = try package(
            "new", version: "2",
            [
                "same/__init__.py": entry,
                "same/m.py": Self.small.changing(
                    ("args.dim, args.dim, bias", "\n# why\nargs.dim,args.dim, bias")),
                "moved/__init__.py": entry,
                "moved/m.py": "from ..base import scale\n"
                    + Self.small.changing(("**-0.5", "**-1")),
                "fresh/__init__.py": entry, "fresh/m.py": Self.small,
                "base.py": "def scale(x):\n    return x * 2\n",
            ])
        let drift = try PackageDrift(from: old, to: new)
        #expect(drift.added == ["fresh"])
        #expect(drift.removed == ["gone"])
        #expect(drift.unchanged == 1)
        #expect(drift.changed.map(\.name) == ["moved"])
        #expect(drift.shared.map(\.name) == ["base"])
        #expect(drift.shared.first?.users == ["moved"])
        #expect(
            drift.text().hasPrefix(
                "mlx-vlm 1 → 2: 1 families new, 1 gone, 1 changed, 1 as they were"))
        #expect(
            drift.text().contains("            -     self.scale = args.dim ** (-0.5)".dropFirst(4)))
        #expect(!drift.text(isBrief: true).contains("self.scale"))
        #expect(try PackageDrift(from: new, to: new).isEmpty)
    }
}
