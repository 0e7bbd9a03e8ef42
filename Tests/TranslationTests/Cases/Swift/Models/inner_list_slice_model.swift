import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `InnerListSliceModel`, inner_list_slice_model.py:7.
public final class CaseInnerListSliceModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseInnerListSlice

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseInnerListSlice(config)
    }

    /// `InnerListSliceModel.__call__`, inner_list_slice_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `InnerListSliceModel.layers`, inner_list_slice_model.py:16.
    public var layers: [CaseInnerListSlice] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
