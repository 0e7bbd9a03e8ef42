import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RowsOfTuplesModel`, rows_of_tuples_model.py:7.
public final class CaseRowsOfTuplesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRowsOfTuples

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseRowsOfTuples(config)
    }

    /// `RowsOfTuplesModel.__call__`, rows_of_tuples_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RowsOfTuplesModel.layers`, rows_of_tuples_model.py:16.
    public var layers: [CaseRowsOfTuples] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
