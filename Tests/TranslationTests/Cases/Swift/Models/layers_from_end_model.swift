import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `LayersFromEndModel`, layers_from_end_model.py:7.
public final class CaseLayersFromEndModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseLayersFromEnd

    public init(_ config: CaseChosenLayersConfiguration) {
        _block.wrappedValue = CaseLayersFromEnd(config)
    }

    /// `LayersFromEndModel.__call__`, layers_from_end_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `LayersFromEndModel.layers`, layers_from_end_model.py:16.
    public var layers: [CaseLayersFromEnd] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
