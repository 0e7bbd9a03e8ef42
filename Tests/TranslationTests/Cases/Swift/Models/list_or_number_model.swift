import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ListOrNumberModel`, list_or_number_model.py:7.
public final class CaseListOrNumberModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseListOrNumber

    public init(_ config: CaseBasesConfiguration) throws {
        _block.wrappedValue = try CaseListOrNumber(config)
    }

    /// `ListOrNumberModel.__call__`, list_or_number_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ListOrNumberModel.layers`, list_or_number_model.py:16.
    public var layers: [CaseListOrNumber] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
