import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PassedTupleModel`, passed_tuple_model.py:7.
public final class CasePassedTupleModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePassedTuple

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePassedTuple(config)
    }

    /// `PassedTupleModel.__call__`, passed_tuple_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PassedTupleModel.layers`, passed_tuple_model.py:16.
    public var layers: [CasePassedTuple] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
