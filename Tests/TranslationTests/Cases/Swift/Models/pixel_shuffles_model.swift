import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PixelShufflesModel`, pixel_shuffles_model.py:7.
public final class CasePixelShufflesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePixelShuffles

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePixelShuffles(config)
    }

    /// `PixelShufflesModel.__call__`, pixel_shuffles_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PixelShufflesModel.layers`, pixel_shuffles_model.py:16.
    public var layers: [CasePixelShuffles] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
