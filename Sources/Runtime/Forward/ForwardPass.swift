import MLX
import ModelPorted
import OrderedCollections

/// The raw forward pass of a model, by the way that the package's own generation takes.
public struct ForwardPass {
    private let model: any GenerativeModel
    private let pass: ModelPass

    /// Runs a part of the pass, given its name (`prefill`, `decode.0` …, or `full`) and what enters
    /// the model in it.
    public typealias Recorder = (String, ModelInputs, () throws -> Void) throws -> Void

    /// A pass through a model.
    public init(_ model: any GenerativeModel, package: ModelPackage) {
        self.model = model
        pass = ModelPass(model: model, package: package)
    }

    /// The logits of a prompt and of the tokens after it.
    ///
    /// - Parameters:
    ///   - inputs: `input_ids` [B, L]; `decode_ids` [B, n] if tokens follow; a processor's outputs.
    ///   - usesCache: whether the prompt goes through fresh caches and the tokens follow one by
    ///     one. Otherwise everything is one pass.
    ///   - record: runs each part.
    /// - Returns: `prefill_logits` [B, L, V] and `decode_logits` [B, n, V], or `full_logits`
    ///   [B, L + n, V]. An encoder gives `last_hidden_state` and `text_embeds` of the prompt, or, with
    ///   `full_` in front, of everything.
    /// - Throws: ``ModelRuntimeError``.
    public func callAsFunction(
        _ inputs: ModelInputs, usesCache: Bool = true, record: Recorder = { try $2() }
    ) throws -> OrderedDictionary<String, MLXArray> {
        var inputs = inputs
        let decodeIds = inputs["decode_ids"]
        inputs["decode_ids"] = nil
        try validate(inputs, decodeIds)
        return try withEngine("the forward pass") {
            if let encoder = model as? any EmbeddingModel {
                return try encoded(
                    inputs, decodeIds, isFull: !usesCache, encoder, record: record)
            }
            return try usesCache
                ? cached(inputs, decodeIds, record: record)
                : uncached(inputs, decodeIds, record: record)
        }
    }

    /// An encoder's pass, over the prompt or over everything.
    private func encoded(
        _ inputs: ModelInputs, _ decodeIds: MLXArray?, isFull: Bool,
        _ encoder: any EmbeddingModel, record: Recorder
    ) throws -> OrderedDictionary<String, MLXArray> {
        var inputs = inputs
        if isFull, let ids = inputs.inputIds, let decodeIds {
            inputs.inputIds = concatenated([ids, decodeIds], axis: 1)
        }
        var outputs: OrderedDictionary<String, MLXArray> = [:]
        try record(isFull ? "full" : "prefill", inputs) {
            for (name, array) in try encoder.textEmbeddings(of: inputs).tensors {
                try checkedEval(array)
                outputs[(isFull ? "full_" : "") + name] = array
            }
        }
        return outputs
    }

    private func cached(
        _ inputs: ModelInputs, _ decodeIds: MLXArray?, record: Recorder
    ) throws -> OrderedDictionary<String, MLXArray> {
        let cache = try model.makeCache()
        var outputs: OrderedDictionary<String, MLXArray> = [:]
        var carried = ModelInputs()
        try record("prefill", inputs) {
            let output = try pass(try pass.prepare(completed(inputs)), cache: cache)
            try checkedEval(output.logits)
            outputs["prefill_logits"] = output.logits
            carried = output.inputsOfNextStep
        }
        guard let decodeIds, decodeIds.dim(1) > 0 else { return outputs }
        var steps: [MLXArray] = []
        for index in 0..<decodeIds.dim(1) {
            let token = decodeIds[0..., index..<(index + 1)]
            try record("decode.\(index)", ModelInputs(inputIds: token)) {
                let output = try pass.step(token, carried: carried, cache: cache)
                let last = output.logits[0..., (-1)..., 0...]
                try checkedEval(last)
                steps.append(last)
                carried = output.inputsOfNextStep
            }
        }
        outputs["decode_logits"] = concatenated(steps, axis: 1)
        try checkedEval(outputs["decode_logits"]!)
        return outputs
    }

    private func uncached(
        _ inputs: ModelInputs, _ decodeIds: MLXArray?, record: Recorder
    ) throws -> OrderedDictionary<String, MLXArray> {
        var inputs = inputs
        if let ids = inputs.inputIds, let decodeIds {
            inputs.inputIds = concatenated([ids, decodeIds], axis: 1)
        }
        var outputs: OrderedDictionary<String, MLXArray> = [:]
        try record("full", inputs) {
            let output = try pass(try pass.prepare(completed(inputs)), cache: nil)
            try checkedEval(output.logits)
            outputs["full_logits"] = output.logits
        }
        return outputs
    }

    /// Every position counts unless a mask says otherwise.
    private func completed(_ inputs: ModelInputs) -> ModelInputs {
        var inputs = inputs
        if pass.package == .mlxVLM, inputs.mask == nil, model.inputNames.contains("mask"),
            let ids = inputs.inputIds
        {
            inputs.mask = MLXArray.ones(ids.shape, dtype: .int32)
        }
        return inputs
    }

    private func validate(_ inputs: ModelInputs, _ decodeIds: MLXArray?) throws {
        for (name, ids) in [("input_ids", inputs.inputIds), ("decode_ids", decodeIds)] {
            guard let ids else { continue }
            guard ids.dtype.isInteger else {
                throw ModelRuntimeError.input(
                    "the input \"\(name)\" has the type \(ids.dtype), not an integer one")
            }
        }
        guard let ids = inputs.inputIds, let decodeIds else { return }
        guard decodeIds.ndim == 2, ids.ndim == 2, decodeIds.dim(0) == ids.dim(0) else {
            throw ModelRuntimeError.input(
                "the input \"decode_ids\" has the shape \(decodeIds.shape), not [batch, count] "
                    + "with the batch of \"input_ids\" \(ids.shape)")
        }
    }
}
