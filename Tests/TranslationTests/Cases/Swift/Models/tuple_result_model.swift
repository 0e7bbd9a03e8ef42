import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TupleResultModel`, tuple_result_model.py:7.
public final class CaseTupleResultModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTupleResult

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseTupleResult(config)
    }

    /// `TupleResultModel.__call__`, tuple_result_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TupleResultModel.layers`, tuple_result_model.py:16.
    public var layers: [CaseTupleResult] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
