import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MaskTypesModel`, mask_types_model.py:7.
public final class CaseMaskTypesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMaskTypes

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMaskTypes(config)
    }

    /// `MaskTypesModel.__call__`, mask_types_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `MaskTypesModel.layers`, mask_types_model.py:16.
    public var layers: [CaseMaskTypes] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
