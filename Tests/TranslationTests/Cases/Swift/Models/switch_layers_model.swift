import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SwitchLayersModel`, switch_layers_model.py:7.
public final class CaseSwitchLayersModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSwitchLayers

    public init(_ config: CaseSwitchLayersConfiguration) {
        _block.wrappedValue = CaseSwitchLayers(config)
    }

    /// `SwitchLayersModel.__call__`, switch_layers_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SwitchLayersModel.layers`, switch_layers_model.py:16.
    public var layers: [CaseSwitchLayers] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
