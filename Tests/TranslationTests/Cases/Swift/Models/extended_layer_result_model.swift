import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ExtendedLayerResultModel`, extended_layer_result_model.py:7.
public final class CaseExtendedLayerResultModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseExtendedLayerResult

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseExtendedLayerResult(config)
    }

    /// `ExtendedLayerResultModel.__call__`, extended_layer_result_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ExtendedLayerResultModel.layers`, extended_layer_result_model.py:16.
    public var layers: [CaseExtendedLayerResult] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
