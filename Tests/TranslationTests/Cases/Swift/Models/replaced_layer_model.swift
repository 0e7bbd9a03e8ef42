import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ReplacedLayerModel`, replaced_layer_model.py:7.
public final class CaseReplacedLayerModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseReplacedLayer

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseReplacedLayer(config)
    }

    /// `ReplacedLayerModel.__call__`, replaced_layer_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ReplacedLayerModel.layers`, replaced_layer_model.py:16.
    public var layers: [CaseReplacedLayer] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
