import Analysis
import CompilerTestSupport
import Foundation
import Testing

/// A family whose layers are those of the installed llama, with one text of them changed.
struct Layers {
    let analysis: FamilyAnalysis
    private static let original: [String: String] = {
        let folder = try? Repository.sitePackages().appending(path: "mlx_vlm/models/llama")
        func text(_ name: String) -> String {
            folder.flatMap { try? String(contentsOf: $0.appending(path: name), encoding: .utf8) }
                ?? ""
        }
        return [
            "language": text("language.py"), "config": text("config.py"), "model": text("llama.py"),
        ]
    }()

    init(_ change: (String) throws -> String = { $0 }) throws {
        var files = Self.original
        files["language"] = try change(files["language"]!)
        analysis = try analyze(files, modules: ["config", "language", "model"])
    }

    private func name(_ className: String) -> String {
        "\(MemorySources.dottedName("language")).\(className)"
    }

    func match(_ className: String) -> ComponentMatch? {
        analysis.family.components[name(className)]
    }

    /// Why the component of this name does not stand in for a class.
    func mismatch(_ className: String, _ component: String) -> ComponentMismatch? {
        analysis.family.mismatches[name(className)]?.first { $0.component == component }
    }
}

@Suite("Matching of shared components")
struct ComponentTests {
    @Test("Llama's layers are the shared components, with what the configuration gives them")
    func llama() throws {
        let layers = try Layers()
        #expect(layers.analysis.diagnostics == [])
        let attention = try #require(layers.match("Attention"))
        #expect(attention.component == "StandardAttention")
        #expect(attention.flags == [])
        #expect(attention.provenTerms > 50)
        #expect(
            attention.bindings.map(\.slot) == [
                "dimensions", "heads", "key_value_heads", "head_dimensions", "bias", "rope_base",
                "rope_traditional", "rope_scaling", "max_position_embeddings",
            ])
        #expect(layers.match("MLP")?.component == "StandardMLP")
        let block = try #require(layers.match("TransformerBlock"))
        #expect(block.component == "StandardDecoderLayer")
        #expect(block.classBindings.map(\.slot) == ["Attention", "FeedForward"])
        #expect(block.classBindings.map(\.conformance) == ["AttentionLayer", "FeedForwardLayer"])
        #expect(layers.match("LlamaModel") == nil)
    }

    @Test("An attention with norms of queries and keys is the component with its flag")
    func queryKeyNorm() throws {
        let layers = try Layers {
            try $0.changing(
                (
                    "        self.rope = initialize_rope(",
                    """
                            self.q_norm = nn.RMSNorm(head_dim, eps=args.rms_norm_eps)
                            self.k_norm = nn.RMSNorm(head_dim, eps=args.rms_norm_eps)
                            self.rope = initialize_rope(
                    """
                ),
                (
                    "queries = queries.reshape(B, L, self.n_heads, -1)",
                    "queries = self.q_norm(queries.reshape(B, L, self.n_heads, -1))"
                ),
                (
                    "keys = keys.reshape(B, L, self.n_kv_heads, -1)",
                    "keys = self.k_norm(keys.reshape(B, L, self.n_kv_heads, -1))"
                ))
        }
        #expect(layers.match("Attention")?.flags == ["query_key_norm"])
        #expect(layers.match("Attention")?.bindings.map(\.slot).contains("norm_eps") == true)
    }

    // MARK: What computes something else

    @Test(
        "A class that computes something else is not the component, and the first difference is named",
        arguments: attention + others)
    func mutation(_ mutation: Mutation) throws {
        let layers = try Layers { try $0.changing((mutation.old, mutation.new)) }
        #expect(layers.match(mutation.className) == nil)
        let mismatch = try #require(layers.mismatch(mutation.className, mutation.component))
        #expect(mismatch.reason.contains(mutation.reason), "\(mismatch.reason)")
        #expect(mismatch.span.line > 10)
    }

    @Test("Another scale is the component with that scale")
    func scale() throws {
        let layers = try Layers { try $0.changing(("scale=self.scale", "scale=self.scale * 2")) }
        let binding = try #require(layers.match("Attention")?.bindings.first { $0.slot == "scale" })
        guard case .binary(let left, .multiply, let right) = binding.value.kind,
            case .binary(_, .power, _) = left.kind
        else {
            Issue.record("\(binding.value)")
            return
        }
        #expect(right.kind == .constant(.integer(2)))
    }

    // MARK: What computes the same

    @Test(
        "A class that is written differently and computes the same is the component",
        arguments: rewritings.indices)
    func rewriting(_ index: Int) throws {
        let (className, what, old, new) = Self.rewritings[index]
        let layers = try Layers { try $0.changing((old, new)) }
        #expect(layers.analysis.diagnostics == [], "\(what)")
        let reasons = layers.analysis.family.mismatches.values.flatMap { $0 }.map(\.reason)
        #expect(layers.match(className) != nil, "\(what): \(reasons)")
    }

    @Test("All products of sizes may be in the other order")
    func products() throws {
        let layers = try Layers {
            try $0.changing(
                ("n_heads * head_dim", "head_dim * n_heads"),
                ("n_kv_heads * head_dim", "head_dim * n_kv_heads"))
        }
        #expect(
            layers.match("Attention") != nil,
            "\(layers.mismatch("Attention", "StandardAttention")?.reason ?? "")")
        #expect(try layers.match("Attention")?.bindings == Layers().match("Attention")?.bindings)
    }
}
