import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `BareLogitsModel`, bare_logits_model.py:7.
public final class CaseBareLogitsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseBareLogits

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseBareLogits(config)
    }

    /// `BareLogitsModel.__call__`, bare_logits_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `BareLogitsModel.layers`, bare_logits_model.py:16.
    public var layers: [CaseBareLogits] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
