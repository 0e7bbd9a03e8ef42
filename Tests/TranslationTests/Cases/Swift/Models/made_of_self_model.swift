import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MadeOfSelfModel`, made_of_self_model.py:7.
public final class CaseMadeOfSelfModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMadeOfSelf

    public init(_ config: CaseMadeOfSelfConfiguration) {
        _block.wrappedValue = CaseMadeOfSelf(config)
    }

    /// `MadeOfSelfModel.__call__`, made_of_self_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MadeOfSelfModel.layers`, made_of_self_model.py:16.
    public var layers: [CaseMadeOfSelf] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
