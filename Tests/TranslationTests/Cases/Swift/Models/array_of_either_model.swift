import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ArrayOfEitherModel`, array_of_either_model.py:7.
public final class CaseArrayOfEitherModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseArrayOfEither

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseArrayOfEither(config)
    }

    /// `ArrayOfEitherModel.__call__`, array_of_either_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ArrayOfEitherModel.layers`, array_of_either_model.py:16.
    public var layers: [CaseArrayOfEither] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
