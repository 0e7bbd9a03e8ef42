import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SliceObjectsModel`, slice_objects_model.py:7.
public final class CaseSliceObjectsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSliceObjects

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSliceObjects(config)
    }

    /// `SliceObjectsModel.__call__`, slice_objects_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SliceObjectsModel.layers`, slice_objects_model.py:16.
    public var layers: [CaseSliceObjects] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
