import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AnyAllModel`, any_all_model.py:7.
public final class CaseAnyAllModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAnyAll

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseAnyAll(config)
    }

    /// `AnyAllModel.__call__`, any_all_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AnyAllModel.layers`, any_all_model.py:16.
    public var layers: [CaseAnyAll] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
