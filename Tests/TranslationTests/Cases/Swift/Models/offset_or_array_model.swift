import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `OffsetOrArrayModel`, offset_or_array_model.py:7.
public final class CaseOffsetOrArrayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseOffsetOrArray

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseOffsetOrArray(config)
    }

    /// `OffsetOrArrayModel.__call__`, offset_or_array_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `OffsetOrArrayModel.layers`, offset_or_array_model.py:16.
    public var layers: [CaseOffsetOrArray] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
