import Testing

/// Changes of the installed layers, for the tests of matching.
extension ComponentTests {
    struct Mutation: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let className: String
        let component: String
        let old: String
        let new: String
        /// A part of the reason.
        let reason: String
    }

    static let attention: [Mutation] = [
        (
            "another order of axes",
            "queries.reshape(B, L, self.n_heads, -1).transpose(0, 2, 1, 3)",
            "queries.reshape(B, L, self.n_heads, -1).transpose(0, 1, 2, 3)", "'2', the class '1'"
        ),
        (
            "the output's axes in another order", "output.transpose(0, 2, 1, 3)",
            "output.transpose(0, 1, 2, 3)", "'2', the class '1'"
        ),
        (
            "another name of a parameter",
            "        mask: Optional[mx.array] = None,\n        cache: Optional[Any] = None,\n    ) -> mx.array:\n        B, L, D",
            "        attention_mask: Optional[mx.array] = None,\n        cache: Optional[Any] = None,\n    ) -> mx.array:\n        mask = attention_mask\n        B, L, D",
            "'mask' in the component"
        ),
        ("no rope on keys", "            keys = self.rope(keys)\n", "", "the component computes"),
        (
            "no rope on cached keys", "            keys = self.rope(keys, offset=cache.offset)\n",
            "", "the component computes"
        ),
        (
            "a scale that depends on the input", "scale=self.scale", "scale=self.scale * L",
            "more than the configuration"
        ),
        ("another mask in the call", "mask=mask", "mask=None", "None"),
        ("no cache in the call", "cache=cache, ", "cache=None, ", "None"),
        (
            "a bias of one projection",
            "self.k_proj = nn.Linear(dim, n_kv_heads * head_dim, bias=args.attention_bias)",
            "self.k_proj = nn.Linear(dim, n_kv_heads * head_dim, bias=True)", "'bias'"
        ),
        (
            "an extra module", "        self.rope = init",
            "        self.gate = nn.Linear(dim, dim)\n        self.rope = init", "no module 'gate'"
        ),
        (
            "an extra array of weights", "        self.rope = init",
            "        self.sinks = mx.zeros((4,))\n        self.rope = init", "no module 'sinks'"
        ),
        (
            "extra modules in a list", "        self.rope = init",
            "        self.gates = [nn.Linear(dim, dim)]\n        self.rope = init",
            "no module 'gates'"
        ),
        (
            "extra modules by a tuple", "        self.rope = init",
            "        self.g, self.h = nn.Linear(dim, dim), nn.Linear(dim, dim)\n        self.rope = init",
            "no module 'g'"
        ),
        (
            "a swapped weight key", "self.q_proj(x), self.k_proj(x), self.v_proj(x)",
            "self.q_proj(x), self.v_proj(x), self.k_proj(x)", "module.k_proj"
        ),
        ("another weight key", "q_proj", "query_proj", "no module 'q_proj'"),
        (
            "a cache update before the rope",
            "            queries = self.rope(queries, offset=cache.offset)\n            keys = self.rope(keys, offset=cache.offset)\n            keys, values = cache.update_and_fetch(keys, values)\n",
            "            keys, values = cache.update_and_fetch(keys, values)\n            queries = self.rope(queries, offset=cache.offset)\n            keys = self.rope(keys, offset=cache.offset)\n",
            "the component computes"
        ),
        (
            "an offset that is read behind the update",
            "            queries = self.rope(queries, offset=cache.offset)\n            keys = self.rope(keys, offset=cache.offset)\n            keys, values = cache.update_and_fetch(keys, values)\n",
            "            keys = self.rope(keys, offset=cache.offset)\n            keys, values = cache.update_and_fetch(keys, values)\n            queries = self.rope(queries, offset=cache.offset)\n",
            "offset@1"
        ),
        (
            "an offset off by one", "queries = self.rope(queries, offset=cache.offset)",
            "queries = self.rope(queries, offset=cache.offset + 1)", "+("
        ),
        (
            "an offset without a cache", "            queries = self.rope(queries)\n",
            "            queries = self.rope(queries, offset=1)\n", "'1'"
        ),
        (
            "no cache update", "            keys, values = cache.update_and_fetch(keys, values)\n",
            "", "cache updates"
        ),
        (
            "two cache updates",
            "            keys, values = cache.update_and_fetch(keys, values)\n",
            "            keys, values = cache.update_and_fetch(keys, values)\n            keys, values = cache.update_and_fetch(keys, values)\n",
            "cache updates"
        ),
        (
            "keys and values exchanged in the update",
            "keys, values = cache.update_and_fetch(keys, values)",
            "values, keys = cache.update_and_fetch(keys, values)", "the component computes"
        ),
        (
            "keys and values exchanged in the call", "queries, keys, values, cache=cache",
            "queries, values, keys, cache=cache", "the component computes"
        ),
        (
            "other heads in the reshape", "queries.reshape(B, L, self.n_heads, -1)",
            "queries.reshape(B, L, self.n_kv_heads, -1)", "heads"
        ),
        (
            "lengths exchanged", "queries = queries.reshape(B, L,",
            "queries = queries.reshape(L, B,", "the class '1(input.0)'"
        ),
        (
            "a scalar on the result", "return self.o_proj(output)",
            "return self.o_proj(output) * 2", "*"
        ),
        (
            "a loop", "        B, L, D = x.shape",
            "        for i in range(2):\n            x = x + i\n        B, L, D = x.shape",
            "not modelled"
        ),
        (
            "an update in place", "        B, L, D = x.shape",
            "        x += 1\n        B, L, D = x.shape", "not modelled"
        ),
        (
            "a test of the length", "        if cache is not None:",
            "        if cache is not None and L > 1:", "cache updates"
        ),
        (
            "a branch on the configuration", "        self.rope = init",
            "        if args.attention_bias:\n            self.scale = 1.0\n        self.rope = init",
            "depends on the configuration"
        ),
        (
            "a size that is not the configuration's",
            "        self.n_kv_heads = n_kv_heads = args.num_key_value_heads",
            "        self.n_kv_heads = n_kv_heads = args.num_key_value_heads\n        n_kv_heads = 4",
            "key_value_heads"
        ),
        (
            "another rope", "base=args.rope_theta,",
            "base=args.rope_theta,\n            implementation=\"slow\",", "slow"
        ),
    ].map {
        Mutation(
            testDescription: $0.0, className: "Attention", component: "StandardAttention",
            old: $0.1, new: $0.2, reason: $0.3)
    }

    static let others: [Mutation] = [
        (
            "MLP", "another activation", "swiglu(self.gate_proj(x), self.up_proj(x))",
            "nn.silu(self.gate_proj(x))", "silu"
        ),
        (
            "MLP", "gate and up exchanged", "swiglu(self.gate_proj(x), self.up_proj(x))",
            "swiglu(self.up_proj(x), self.gate_proj(x))", "module"
        ),
        (
            "MLP", "a bias of one projection",
            "self.up_proj = nn.Linear(dim, hidden_dim, bias=args.mlp_bias)",
            "self.up_proj = nn.Linear(dim, hidden_dim)", "'True' here"
        ),
        (
            "MLP", "an extra module", "        hidden_dim = args.intermediate_size\n",
            "        hidden_dim = args.intermediate_size\n        self.norm = nn.RMSNorm(dim)\n",
            "no module 'norm'"
        ),
        (
            "TransformerBlock", "another default",
            "use_sliding: bool = False", "use_sliding: bool = True", "another default"
        ),
        (
            "TransformerBlock", "the residual behind the norm",
            "r = self.self_attn(self.input_layernorm(x), mask, cache)",
            "x = self.input_layernorm(x)\n        r = self.self_attn(x, mask, cache)", "input"
        ),
        (
            "TransformerBlock", "the second residual from the input", "out = h + r", "out = x + r",
            "the component computes"
        ),
        (
            "TransformerBlock", "norms exchanged", "r = self.mlp(self.post_attention_layernorm(h))",
            "r = self.mlp(self.input_layernorm(h))", "module"
        ),
        (
            "TransformerBlock", "another eps of one norm",
            "self.input_layernorm = nn.RMSNorm(args.hidden_size, eps=args.rms_norm_eps)",
            "self.input_layernorm = nn.RMSNorm(args.hidden_size, eps=1e-6)", "'norm_eps'"
        ),
        (
            "TransformerBlock", "no mask", "self.input_layernorm(x), mask, cache)",
            "self.input_layernorm(x), None, cache)", "None"
        ),
        (
            "TransformerBlock", "a scaled residual", "h = x + r", "h = x + r * 0.5",
            "the component computes"
        ),
        (
            "TransformerBlock", "an attribute of another meaning", "self.use_sliding = use_sliding",
            "self.use_sliding = not use_sliding", "not"
        ),
        (
            "TransformerBlock", "terms of the sum exchanged", "h = x + r", "h = r + x",
            "the component computes"
        ),
    ].map { entry in
        Mutation(
            testDescription: "\(entry.0): \(entry.1)", className: entry.0,
            component: entry.0 == "MLP" ? "StandardMLP" : "StandardDecoderLayer", old: entry.2,
            new: entry.3, reason: entry.4)
    }

    /// A class, what is written differently, and the text before and after.
    static let rewritings: [(String, String, String, String)] = [
        (
            "TransformerBlock", "a parameter that no caller gives", "use_sliding: bool = False):",
            "sliding: bool = False, use_sliding: bool = False):"
        ),
        ("Attention", "locals with other names", "queries", "q"),
        (
            "Attention", "keyword arguments", ".transpose(0, 2, 1, 3).reshape(B, L, -1)\n",
            ".transpose(0, 2, 1, 3)\n        output = mx.reshape(a=output, shape=(B, L, -1))\n"
        ),
        (
            "Attention", "keyword arguments of a layer",
            "nn.Linear(dim, n_heads * head_dim, bias=args.attention_bias)",
            "nn.Linear(input_dims=dim, bias=args.attention_bias, output_dims=n_heads * head_dim)"
        ),
        (
            "Attention", "a tuple assignment split",
            "queries, keys, values = self.q_proj(x), self.k_proj(x), self.v_proj(x)",
            "queries = self.q_proj(x)\n        values = self.v_proj(x)\n        keys = self.k_proj(x)"
        ),
        (
            "Attention", "the function form of reshape", "queries.reshape(B, L, self.n_heads, -1)",
            "mx.reshape(queries, (B, L, self.n_heads, -1))"
        ),
        (
            "Attention", "a shape in a tuple", "queries.reshape(B, L, self.n_heads, -1)",
            "queries.reshape((B, L, self.n_heads, -1))"
        ),
        (
            "Attention", "dimensions read one by one", "B, L, D = x.shape",
            "B = x.shape[0]\n        L = x.shape[1]"
        ),
        (
            "Attention", "one product of sizes in the other order",
            "self.q_proj = nn.Linear(dim, n_heads * head_dim",
            "self.q_proj = nn.Linear(dim, head_dim * n_heads"
        ),
        (
            "Attention", "a configuration kept", "        dim = args.hidden_size",
            "        self.args = args\n        dim = self.args.hidden_size"
        ),
        (
            "Attention", "the other branch first",
            "        if cache is not None:\n            queries = self.rope(queries, offset=cache.offset)\n            keys = self.rope(keys, offset=cache.offset)\n            keys, values = cache.update_and_fetch(keys, values)\n        else:\n            queries = self.rope(queries)\n            keys = self.rope(keys)\n",
            "        if cache is None:\n            queries = self.rope(queries)\n            keys = self.rope(keys)\n        else:\n            queries = self.rope(queries, offset=cache.offset)\n            keys = self.rope(keys, offset=cache.offset)\n            keys, values = cache.update_and_fetch(keys, values)\n"
        ),
        (
            "Attention", "a default written out", "queries = self.rope(queries)\n",
            "queries = self.rope(queries, offset=0)\n"
        ),
        (
            "MLP", "steps with names",
            "return self.down_proj(swiglu(self.gate_proj(x), self.up_proj(x)))",
            "gate = self.gate_proj(x)\n        up = self.up_proj(x)\n        return self.down_proj(swiglu(x=up, gate=gate))"
        ),
        (
            "TransformerBlock", "no step for the result", "out = h + r\n        return out",
            "return h + r"
        ),
        (
            "TransformerBlock", "keyword arguments",
            "self.self_attn(self.input_layernorm(x), mask, cache)",
            "self.self_attn(self.input_layernorm(x), cache=cache, mask=mask)"
        ),
    ]
}
