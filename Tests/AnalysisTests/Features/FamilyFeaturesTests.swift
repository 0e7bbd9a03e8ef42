import Analysis
import PythonSyntax
import Testing

@Suite("Features of a family, by what its source says")
struct FamilyFeaturesTests {
    private func flags(_ source: String) throws -> [FamilyFeature] {
        let module = try PythonParser().parse(
            source: source, moduleName: "sample", path: "sample/language.py")
        return try FeatureRules.builtIn().features(of: [module])
    }

    @Test("An attention class tells its flags, each with class and line")
    func attention() throws {
        let found = try flags(
            """
            class Mixer(nn.Module):
                def __init__(self, args):
                    self.qkv_proj = nn.Linear(args.dim, 3 * args.dim, bias=args.bias)
                    self.q_norm = nn.RMSNorm(args.head_dim)
                    self.sinks = mx.zeros((args.heads,))

                def __call__(self, x, mask, position_ids=None):
                    mask = mask[..., : x.shape[1]]
                    return mx.fast.scaled_dot_product_attention(x, x, x, scale=1.0, mask=mask)
            """)
        #expect(
            found.map(\.flag) == [
                "bias", "qk-norm", "fused-qkv", "position-ids", "sinks", "mask-slice",
            ])
        #expect(found[1].owner == "Mixer")
        #expect(found[1].place == "language.py:4")
    }

    @Test("A flag of attention classes is not found in others")
    func kinds() throws {
        let found = try flags(
            """
            class Head(nn.Module):
                def __init__(self, args):
                    self.q_norm = nn.RMSNorm(args.head_dim)
                    self.out = nn.Linear(8, 8, bias=True)
            """)
        #expect(found == [])
    }

    @Test("Norms that add one, experts, and layers of kinds are the family's")
    func family() throws {
        let found = try flags(
            """
            class RMSNorm(nn.Module):
                def __call__(self, x):
                    return mx.fast.rms_norm(x, 1.0 + self.weight, self.eps)

            class Sparse(nn.Module):
                def __init__(self, args):
                    self.switch_mlp = SwitchGLU(args.dim, args.hidden, args.num_experts)
                    self.kind = args.layer_types[0]
            """)
        #expect(found.map(\.flag) == ["experts", "layer-types", "norm-plus-one"])
    }

    @Test("Rules that are no patterns are refused")
    func broken() {
        #expect(throws: (any Error).self) {
            try FeatureRules(yaml: "- { flag: x, in: family, names: [\"(\"] }")
        }
        #expect(throws: (any Error).self) { try FeatureRules(yaml: "- { flag: x, in: nowhere }") }
    }
}
