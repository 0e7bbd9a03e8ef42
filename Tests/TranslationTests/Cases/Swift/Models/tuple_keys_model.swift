import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TupleKeysModel`, tuple_keys_model.py:7.
public final class CaseTupleKeysModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTupleKeys

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseTupleKeys(config)
    }

    /// `TupleKeysModel.__call__`, tuple_keys_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TupleKeysModel.layers`, tuple_keys_model.py:16.
    public var layers: [CaseTupleKeys] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
