import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ForRangeModel`, for_range_model.py:7.
public final class CaseForRangeModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseForRange

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseForRange(config)
    }

    /// `ForRangeModel.__call__`, for_range_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ForRangeModel.layers`, for_range_model.py:16.
    public var layers: [CaseForRange] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
