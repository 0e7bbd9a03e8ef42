import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `VariableListSliceModel`, variable_list_slice_model.py:7.
public final class CaseVariableListSliceModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseVariableListSlice

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseVariableListSlice(config)
    }

    /// `VariableListSliceModel.__call__`, variable_list_slice_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `VariableListSliceModel.layers`, variable_list_slice_model.py:16.
    public var layers: [CaseVariableListSlice] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
