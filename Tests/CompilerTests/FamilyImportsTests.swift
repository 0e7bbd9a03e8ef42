import Testing

@testable import Compiler

@Suite("The modules that a family's text imports")
struct FamilyImportsTests {
    @Test(
        "are named in one of three ways",
        arguments: [
            ("from .llama import Model", ["llama"]),
            ("    from .base import (\n    a,\n)", ["base"]),
            ("from . import llama, ministral3 as m", ["llama", "ministral3"]),
            ("from . import (\n    llama,\n    gemma,\n)\nx = 1", ["llama", "gemma"]),
            ("from ..llama import Model\nimport mlx.core as mx\nfrom dataclasses import field", []),
        ])
    func names(text: String, expected: [String]) {
        #expect(FamilyImports.modules(importedBy: text, dots: ".") == expected)
    }
}
