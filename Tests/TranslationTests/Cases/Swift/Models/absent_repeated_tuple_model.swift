import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AbsentRepeatedTupleModel`, absent_repeated_tuple_model.py:7.
public final class CaseAbsentRepeatedTupleModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseAbsentRepeatedTuple

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAbsentRepeatedTuple(config)
    }

    /// `AbsentRepeatedTupleModel.__call__`, absent_repeated_tuple_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `AbsentRepeatedTupleModel.layers`, absent_repeated_tuple_model.py:16.
    public var layers: [CaseAbsentRepeatedTuple] { [block] }

    /// `AbsentRepeatedTupleModel.make_cache`, absent_repeated_tuple_model.py:19.
    public func makeCache() -> [any KVCache] { block.makeCache() }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
