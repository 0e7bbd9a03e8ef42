import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SanitizeFilterModel`, sanitize_filter_model.py:7.
public final class CaseSanitizeFilterModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSanitizeFilter

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSanitizeFilter(config)
    }

    /// `SanitizeFilterModel.__call__`, sanitize_filter_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SanitizeFilterModel.layers`, sanitize_filter_model.py:16.
    public var layers: [CaseSanitizeFilter] { [block] }

    /// `SanitizeFilterModel.sanitize`, sanitize_filter_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
