import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `JsonListOrOwnModel`, json_list_or_own_model.py:7.
public final class CaseJsonListOrOwnModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseJsonListOrOwn

    public init(_ config: CaseJsonListOrOwnConfiguration) throws {
        _block.wrappedValue = try CaseJsonListOrOwn(config)
    }

    /// `JsonListOrOwnModel.__call__`, json_list_or_own_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `JsonListOrOwnModel.layers`, json_list_or_own_model.py:16.
    public var layers: [CaseJsonListOrOwn] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
