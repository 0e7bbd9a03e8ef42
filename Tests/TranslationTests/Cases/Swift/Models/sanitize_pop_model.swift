import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SanitizePopModel`, sanitize_pop_model.py:7.
public final class CaseSanitizePopModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSanitizePop

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSanitizePop(config)
    }

    /// `SanitizePopModel.__call__`, sanitize_pop_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SanitizePopModel.layers`, sanitize_pop_model.py:16.
    public var layers: [CaseSanitizePop] { [block] }

    /// `SanitizePopModel.sanitize`, sanitize_pop_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
