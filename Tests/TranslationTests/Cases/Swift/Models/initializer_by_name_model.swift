import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `InitializerByNameModel`, initializer_by_name_model.py:7.
public final class CaseInitializerByNameModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseInitializerByName

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseInitializerByName(config)
    }

    /// `InitializerByNameModel.__call__`, initializer_by_name_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `InitializerByNameModel.layers`, initializer_by_name_model.py:16.
    public var layers: [CaseInitializerByName] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
