import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AbsentTuplesModel`, absent_tuples_model.py:7.
public final class CaseAbsentTuplesModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseAbsentTuples

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAbsentTuples(config)
    }

    /// `AbsentTuplesModel.__call__`, absent_tuples_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache))
    }

    /// `AbsentTuplesModel.layers`, absent_tuples_model.py:16.
    public var layers: [CaseAbsentTuples] { [block] }

    /// `AbsentTuplesModel.make_cache`, absent_tuples_model.py:19.
    public func makeCache() -> [any KVCache] { block.makeCache() }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
