import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SplitAtOptionalModel`, split_at_optional_model.py:7.
public final class CaseSplitAtOptionalModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSplitAtOptional

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSplitAtOptional(config)
    }

    /// `SplitAtOptionalModel.__call__`, split_at_optional_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SplitAtOptionalModel.layers`, split_at_optional_model.py:16.
    public var layers: [CaseSplitAtOptional] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
