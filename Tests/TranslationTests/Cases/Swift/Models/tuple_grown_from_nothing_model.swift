import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TupleGrownFromNothingModel`, tuple_grown_from_nothing_model.py:7.
public final class CaseTupleGrownFromNothingModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTupleGrownFromNothing

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseTupleGrownFromNothing(config)
    }

    /// `TupleGrownFromNothingModel.__call__`, tuple_grown_from_nothing_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TupleGrownFromNothingModel.layers`, tuple_grown_from_nothing_model.py:16.
    public var layers: [CaseTupleGrownFromNothing] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
