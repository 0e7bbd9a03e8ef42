import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `UnderscoredNamesModel`, underscored_names_model.py:7.
public final class CaseUnderscoredNamesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseUnderscoredNames

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseUnderscoredNames(config)
    }

    /// `UnderscoredNamesModel.__call__`, underscored_names_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `UnderscoredNamesModel.layers`, underscored_names_model.py:16.
    public var layers: [CaseUnderscoredNames] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
