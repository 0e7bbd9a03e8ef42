import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ExtendedLayerModel`, extended_layer_model.py:7.
public final class CaseExtendedLayerModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseExtendedLayer

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseExtendedLayer(config)
    }

    /// `ExtendedLayerModel.__call__`, extended_layer_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ExtendedLayerModel.layers`, extended_layer_model.py:16.
    public var layers: [CaseExtendedLayer] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
