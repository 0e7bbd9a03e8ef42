import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PostInitModel`, post_init_model.py:7.
public final class CasePostInitModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePostInit

    public init(_ config: CaseLayerTypesConfiguration) {
        _block.wrappedValue = CasePostInit(config)
    }

    /// `PostInitModel.__call__`, post_init_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PostInitModel.layers`, post_init_model.py:16.
    public var layers: [CasePostInit] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
