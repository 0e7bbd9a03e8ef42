import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FieldComparedWithStringModel`, field_compared_with_string_model.py:7.
public final class CaseFieldComparedWithStringModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFieldComparedWithString

    public init(_ config: CaseRankConfiguration) throws {
        _block.wrappedValue = try CaseFieldComparedWithString(config)
    }

    /// `FieldComparedWithStringModel.__call__`, field_compared_with_string_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FieldComparedWithStringModel.layers`, field_compared_with_string_model.py:16.
    public var layers: [CaseFieldComparedWithString] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
