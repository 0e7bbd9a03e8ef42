import Analysis
import CompilerTestSupport
import Foundation
import Operations
import Testing

/// A family of one block, analysed with a model around it.
struct Example {
    let analysis: FamilyAnalysis

    /// - Parameters:
    ///   - block: the module `block`: a class `Block`, and what it needs.
    ///   - call: the arguments with which the model calls the block.
    init(_ block: String, call: String = "mx.tanh(input_ids)", others: [String: String] = [:])
        throws
    {
        let files = others.merging(
            [
                "block": Self.imports + block, "config": Self.configuration,
                "model": Self.model(call),
            ]
        ) { $1 }
        analysis = try analyze(files)
    }

    static let imports = """
        import mlx.core as mx
        import mlx.nn as nn
        from .config import ModelConfig


        """

    /// The line on which the block's text starts.
    static let firstLine = 5

    static let configuration = """
        from dataclasses import dataclass
        from typing import List, Optional

        @dataclass
        class ModelConfig:
            model_type: str
            hidden_size: int
            eps: float = 1e-5
            use_bias: bool = False
            window: Optional[int] = None
            heads: Optional[int] = None
            layer_types: Optional[List[str]] = None

            def __post_init__(self):
                if self.heads is None:
                    self.heads = self.hidden_size

        """

    static func model(_ call: String) -> String {
        """
        import mlx.core as mx
        import mlx.nn as nn
        from ..base import LanguageModelOutput
        from .config import ModelConfig
        from .block import Block

        class Model(nn.Module):
            def __init__(self, config: ModelConfig):
                super().__init__()
                self.block = Block(config)

            def __call__(self, input_ids: mx.array, mask=None, cache=None):
                return LanguageModelOutput(logits=self.block(\(call)))

        """
    }

    func typedClass(_ name: String, in module: String = "block") throws -> TypedClass {
        try #require(analysis.family.classes["\(MemorySources.dottedName(module)).\(name)"])
    }

    func method(_ name: String, of className: String = "Block") throws -> TypedFunction {
        try #require(typedClass(className).method(name))
    }

    /// The type of an attribute of the block, as reports write it.
    func attribute(_ name: String, of className: String = "Block") throws -> String {
        try #require(typedClass(className).attribute(name)).type.description
    }

    /// What the compiler says: `line:column construct: message`, lines counted in the block's text.
    var complaints: [String] {
        analysis.diagnostics.map {
            "\($0.span.line - Self.firstLine + 1):\($0.span.column) \($0.construct): \($0.message)"
        }
    }
}

/// A block whose `__call__` has the given body.
func block(initializer: String = "pass", call: String, more: String = "") -> String {
    func indented(_ text: String, _ count: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : String(repeating: " ", count: count) + $0 }.joined(
                separator: "\n")
    }
    return """
        class Block(nn.Module):
            def __init__(self, config: ModelConfig):
                super().__init__()
                self.config = config
        \(indented(initializer, 8))

            def __call__(self, x):
        \(indented(call, 8))

        \(indented(more, 4))

        """
}
