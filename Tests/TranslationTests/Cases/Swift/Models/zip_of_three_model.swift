import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ZipOfThreeModel`, zip_of_three_model.py:7.
public final class CaseZipOfThreeModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseZipOfThree

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseZipOfThree(config)
    }

    /// `ZipOfThreeModel.__call__`, zip_of_three_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ZipOfThreeModel.layers`, zip_of_three_model.py:16.
    public var layers: [CaseZipOfThree] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
