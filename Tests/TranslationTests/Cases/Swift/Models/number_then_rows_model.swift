import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NumberThenRowsModel`, number_then_rows_model.py:7.
public final class CaseNumberThenRowsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNumberThenRows

    public init(_ config: CaseNumberThenRowsConfiguration) throws {
        _block.wrappedValue = try CaseNumberThenRows(config)
    }

    /// `NumberThenRowsModel.__call__`, number_then_rows_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NumberThenRowsModel.layers`, number_then_rows_model.py:16.
    public var layers: [CaseNumberThenRows] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
