import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `VisionLayersModel`, vision_layers_model.py:7.
public final class CaseVisionLayersModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseVisionLayers

    public init(_ config: CaseTowerConfiguration) throws {
        _block.wrappedValue = try CaseVisionLayers(config)
    }

    /// `VisionLayersModel.__call__`, vision_layers_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `VisionLayersModel.layers`, vision_layers_model.py:16.
    public var layers: [CaseVisionLayers] { [block] }

    /// `VisionLayersModel.sanitize`, vision_layers_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
