import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SetsModel`, sets_model.py:7.
public final class CaseSetsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSets

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseSets(config)
    }

    /// `SetsModel.__call__`, sets_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SetsModel.layers`, sets_model.py:16.
    public var layers: [CaseSets] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
