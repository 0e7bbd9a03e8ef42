import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `JsonRenamingModel`, json_renaming_model.py:7.
public final class CaseJsonRenamingModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseJsonRenaming

    public init(_ config: CaseRenamingConfiguration) {
        _block.wrappedValue = CaseJsonRenaming(config)
    }

    /// `JsonRenamingModel.__call__`, json_renaming_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `JsonRenamingModel.layers`, json_renaming_model.py:16.
    public var layers: [CaseJsonRenaming] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
