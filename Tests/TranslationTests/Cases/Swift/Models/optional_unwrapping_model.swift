import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `OptionalUnwrappingModel`, optional_unwrapping_model.py:7.
public final class CaseOptionalUnwrappingModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseOptionalUnwrapping

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseOptionalUnwrapping(config)
    }

    /// `OptionalUnwrappingModel.__call__`, optional_unwrapping_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `OptionalUnwrappingModel.layers`, optional_unwrapping_model.py:16.
    public var layers: [CaseOptionalUnwrapping] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
