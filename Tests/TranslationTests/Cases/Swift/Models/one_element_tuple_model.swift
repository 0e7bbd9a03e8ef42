import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `OneElementTupleModel`, one_element_tuple_model.py:7.
public final class CaseOneElementTupleModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseOneElementTuple

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseOneElementTuple(config)
    }

    /// `OneElementTupleModel.__call__`, one_element_tuple_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `OneElementTupleModel.layers`, one_element_tuple_model.py:16.
    public var layers: [CaseOneElementTuple] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
