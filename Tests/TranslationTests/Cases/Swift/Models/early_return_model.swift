import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `EarlyReturnModel`, early_return_model.py:7.
public final class CaseEarlyReturnModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseEarlyReturn

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseEarlyReturn(config)
    }

    /// `EarlyReturnModel.__call__`, early_return_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `EarlyReturnModel.layers`, early_return_model.py:16.
    public var layers: [CaseEarlyReturn] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
