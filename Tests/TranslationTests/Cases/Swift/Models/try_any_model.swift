import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TryAnyModel`, try_any_model.py:7.
public final class CaseTryAnyModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTryAny

    public init(_ config: CaseTryAnyConfiguration) {
        _block.wrappedValue = CaseTryAny(config)
    }

    /// `TryAnyModel.__call__`, try_any_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TryAnyModel.layers`, try_any_model.py:16.
    public var layers: [CaseTryAny] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
