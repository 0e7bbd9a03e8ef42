import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SanitizeRenameModel`, sanitize_rename_model.py:7.
public final class CaseSanitizeRenameModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSanitizeRename

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSanitizeRename(config)
    }

    /// `SanitizeRenameModel.__call__`, sanitize_rename_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SanitizeRenameModel.layers`, sanitize_rename_model.py:16.
    public var layers: [CaseSanitizeRename] { [block] }

    /// `SanitizeRenameModel.sanitize`, sanitize_rename_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
