import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ChangingMethodModel`, changing_method_model.py:7.
public final class CaseChangingMethodModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseChangingMethod

    public init(_ config: CaseChangingMethodConfiguration) throws {
        _block.wrappedValue = try CaseChangingMethod(config)
    }

    /// `ChangingMethodModel.__call__`, changing_method_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ChangingMethodModel.layers`, changing_method_model.py:16.
    public var layers: [CaseChangingMethod] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
