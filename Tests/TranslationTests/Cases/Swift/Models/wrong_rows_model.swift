import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `WrongRowsModel`, wrong_rows_model.py:7.
public final class CaseWrongRowsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseWrongRows

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseWrongRows(config)
    }

    /// `WrongRowsModel.__call__`, wrong_rows_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `WrongRowsModel.layers`, wrong_rows_model.py:16.
    public var layers: [CaseWrongRows] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
