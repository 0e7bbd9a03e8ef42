import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ChangedBetweenModel`, changing_method_between_model.py:7.
public final class CaseChangedBetweenModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseChangedBetween

    public init(_ config: CaseChangedBetweenConfiguration) throws {
        _block.wrappedValue = try CaseChangedBetween(config)
    }

    /// `ChangedBetweenModel.__call__`, changing_method_between_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ChangedBetweenModel.layers`, changing_method_between_model.py:16.
    public var layers: [CaseChangedBetween] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
