import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `GrowingTupleModel`, growing_tuple_model.py:7.
public final class CaseGrowingTupleModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseGrowingTuple

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseGrowingTuple(config)
    }

    /// `GrowingTupleModel.__call__`, growing_tuple_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `GrowingTupleModel.layers`, growing_tuple_model.py:16.
    public var layers: [CaseGrowingTuple] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
