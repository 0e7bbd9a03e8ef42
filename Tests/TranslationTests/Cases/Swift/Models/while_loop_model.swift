import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `WhileLoopModel`, while_loop_model.py:7.
public final class CaseWhileLoopModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseWhileLoop

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseWhileLoop(config)
    }

    /// `WhileLoopModel.__call__`, while_loop_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `WhileLoopModel.layers`, while_loop_model.py:16.
    public var layers: [CaseWhileLoop] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
