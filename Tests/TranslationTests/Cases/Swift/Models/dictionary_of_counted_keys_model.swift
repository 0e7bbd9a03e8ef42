import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CountedKeysModel`, dictionary_of_counted_keys_model.py:7.
public final class CaseCountedKeysModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseCountedKeys

    public init(_ config: CaseCountedKeysConfiguration) {
        _block.wrappedValue = CaseCountedKeys(config)
    }

    /// `CountedKeysModel.__call__`, dictionary_of_counted_keys_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `CountedKeysModel.layers`, dictionary_of_counted_keys_model.py:16.
    public var layers: [CaseCountedKeys] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
