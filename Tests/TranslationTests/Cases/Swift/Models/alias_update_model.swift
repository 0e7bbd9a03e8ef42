import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AliasUpdateModel`, alias_update_model.py:7.
public final class CaseAliasUpdateModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAliasUpdate

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAliasUpdate(config)
    }

    /// `AliasUpdateModel.__call__`, alias_update_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AliasUpdateModel.layers`, alias_update_model.py:16.
    public var layers: [CaseAliasUpdate] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
