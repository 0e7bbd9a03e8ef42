import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConvertedRowsModel`, converted_rows_model.py:7.
public final class CaseConvertedRowsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConvertedRows

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseConvertedRows(config)
    }

    /// `ConvertedRowsModel.__call__`, converted_rows_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConvertedRowsModel.layers`, converted_rows_model.py:16.
    public var layers: [CaseConvertedRows] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
