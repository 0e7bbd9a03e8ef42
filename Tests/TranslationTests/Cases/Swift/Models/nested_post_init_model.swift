import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NestedPostInitModel`, nested_post_init_model.py:7.
public final class CaseNestedPostInitModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNestedPostInit

    public init(_ config: CaseNestedPostInitConfiguration) {
        _block.wrappedValue = CaseNestedPostInit(config)
    }

    /// `NestedPostInitModel.__call__`, nested_post_init_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NestedPostInitModel.layers`, nested_post_init_model.py:16.
    public var layers: [CaseNestedPostInit] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
