import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ZipThreeModel`, zip_three_model.py:7.
public final class CaseZipThreeModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseZipThree

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseZipThree(config)
    }

    /// `ZipThreeModel.__call__`, zip_three_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ZipThreeModel.layers`, zip_three_model.py:16.
    public var layers: [CaseZipThree] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
