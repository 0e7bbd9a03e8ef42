import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ListOfLayersModel`, list_of_layers_model.py:7.
public final class CaseListOfLayersModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseListOfLayers

    public init(_ config: CaseLayerKindsConfiguration) throws {
        _block.wrappedValue = try CaseListOfLayers(config)
    }

    /// `ListOfLayersModel.__call__`, list_of_layers_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ListOfLayersModel.layers`, list_of_layers_model.py:16.
    public var layers: [CaseListOfLayers] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
