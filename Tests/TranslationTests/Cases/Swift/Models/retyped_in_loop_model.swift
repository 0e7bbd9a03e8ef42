import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RetypedInLoopModel`, retyped_in_loop_model.py:7.
public final class CaseRetypedInLoopModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRetypedInLoop

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseRetypedInLoop(config)
    }

    /// `RetypedInLoopModel.__call__`, retyped_in_loop_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RetypedInLoopModel.layers`, retyped_in_loop_model.py:16.
    public var layers: [CaseRetypedInLoop] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
