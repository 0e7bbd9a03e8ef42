import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RowsOrListModel`, rows_or_list_model.py:7.
public final class CaseRowsOrListModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRowsOrList

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseRowsOrList(config)
    }

    /// `RowsOrListModel.__call__`, rows_or_list_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RowsOrListModel.layers`, rows_or_list_model.py:16.
    public var layers: [CaseRowsOrList] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
