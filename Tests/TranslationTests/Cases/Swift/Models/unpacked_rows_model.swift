import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `UnpackedRowsModel`, unpacked_rows_model.py:7.
public final class CaseUnpackedRowsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseUnpackedRows

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseUnpackedRows(config)
    }

    /// `UnpackedRowsModel.__call__`, unpacked_rows_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `UnpackedRowsModel.layers`, unpacked_rows_model.py:16.
    public var layers: [CaseUnpackedRows] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
