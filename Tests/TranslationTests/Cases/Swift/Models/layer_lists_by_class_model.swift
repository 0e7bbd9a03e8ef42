import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `LayerListsByClassModel`, layer_lists_by_class_model.py:7.
public final class CaseLayerListsByClassModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseLayerListsByClass

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseLayerListsByClass(config)
    }

    /// `LayerListsByClassModel.__call__`, layer_lists_by_class_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `LayerListsByClassModel.layers`, layer_lists_by_class_model.py:16.
    public var layers: [CaseLayerListsByClass] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
