import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `EarlyOutOfLoopModel`, early_out_of_loop_model.py:7.
public final class CaseEarlyOutOfLoopModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseEarlyOutOfLoop

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseEarlyOutOfLoop(config)
    }

    /// `EarlyOutOfLoopModel.__call__`, early_out_of_loop_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `EarlyOutOfLoopModel.layers`, early_out_of_loop_model.py:16.
    public var layers: [CaseEarlyOutOfLoop] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
