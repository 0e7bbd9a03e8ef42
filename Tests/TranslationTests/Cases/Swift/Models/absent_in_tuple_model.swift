import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AbsentInTupleModel`, absent_in_tuple_model.py:7.
public final class CaseAbsentInTupleModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAbsentInTuple

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAbsentInTuple(config)
    }

    /// `AbsentInTupleModel.__call__`, absent_in_tuple_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AbsentInTupleModel.layers`, absent_in_tuple_model.py:16.
    public var layers: [CaseAbsentInTuple] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
