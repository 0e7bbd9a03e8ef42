import Analysis
import Testing

@Suite("Components that know which layer they are, and call functions")
struct SparseMatchingTests {
    @Test func `gemma3n's network is the component`() throws {
        let match = try #require(try LanguagePart().match("MLP"))
        #expect(match.component == "SparseMLP")
        #expect(match.bindings.map(\.slot) == ["dimensions", "hidden_dimensions", "sparsities"])
    }

    @Test func `a size of each layer is a part of the configuration too`() throws {
        let part = try LanguagePart(
            ("self.intermediate_size[0]", "self.intermediate_size[layer_idx]"))
        #expect(part.match("MLP")?.component == "SparseMLP")
    }

    @Test func `where no layer is sparse the slot stays empty`() throws {
        let part = try LanguagePart(("config.activation_sparsity_pattern is not None", "False"))
        let match = try #require(part.match("MLP"))
        #expect(!match.bindings.contains { $0.slot == "sparsities" })
    }

    @Test(arguments: [
        (
            "another sign of the cutoff", "cutoff_x = inputs_mean + inputs_std",
            "cutoff_x = inputs_mean - inputs_std"
        ),
        (
            "another mean", "inputs_mean = mx.mean(inputs, axis=-1, keepdims=True)",
            "inputs_mean = mx.mean(inputs, axis=-2, keepdims=True)"
        ),
        (
            "another GELU", "return nn.gelu_approx(mx.maximum(0, inputs - cutoff_x))",
            "return nn.gelu(mx.maximum(0, inputs - cutoff_x))"
        ),
        (
            "a function that calls itself",
            "return nn.gelu_approx(mx.maximum(0, inputs - cutoff_x))",
            "return gelu_topk(mx.maximum(0, inputs - cutoff_x), std_multiplier)"
        ),
        (
            "a function that is not compiled",
            "@partial(mx.compile, shapeless=True)\ndef gelu_topk", "def gelu_topk"
        ),
        (
            "a function that is compiled for each shape",
            "@partial(mx.compile, shapeless=True)\ndef gelu_topk", "@mx.compile\ndef gelu_topk"
        ),
        (
            "the layer after it", "config.activation_sparsity_pattern[layer_idx]",
            "config.activation_sparsity_pattern[layer_idx + 1]"
        ),
        (
            "another bound", "if self.activation_sparsity > 0.0:",
            "if self.activation_sparsity > 0.5:"
        ),
        (
            "another test", "if self.activation_sparsity > 0.0:",
            "if self.activation_sparsity != 0.0:"
        ),
        ("another quantile", "2 * self.activation_sparsity - 1", "self.activation_sparsity - 1"),
        (
            "the branches exchanged",
            "activations = nn.gelu_approx(gate_proj)", "activations = nn.silu(gate_proj)"
        ),
        (
            "no gate", "self.down_proj(activations * up_proj)",
            "self.down_proj(activations + up_proj)"
        ),
        (
            "a size that no file gives", "self.intermediate_size = config.intermediate_size",
            "self.intermediate_size = [layer_idx * 8, 8]"
        ),
    ])
    func `what computes something else is translated literally`(
        name: String, old: String, new: String
    ) throws {
        let part = try LanguagePart((old, new))
        #expect(part.match("MLP") == nil)
        #expect(part.reason("MLP", "SparseMLP") != nil)
    }
}
