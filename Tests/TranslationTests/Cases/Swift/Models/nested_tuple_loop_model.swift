import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NestedTupleLoopModel`, nested_tuple_loop_model.py:7.
public final class CaseNestedTupleLoopModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNestedTupleLoop

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseNestedTupleLoop(config)
    }

    /// `NestedTupleLoopModel.__call__`, nested_tuple_loop_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NestedTupleLoopModel.layers`, nested_tuple_loop_model.py:16.
    public var layers: [CaseNestedTupleLoop] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
