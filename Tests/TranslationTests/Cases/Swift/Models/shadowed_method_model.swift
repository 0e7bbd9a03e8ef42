import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ShadowedMethodModel`, shadowed_method_model.py:7.
public final class CaseShadowedMethodModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseShadowedMethod

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseShadowedMethod(config)
    }

    /// `ShadowedMethodModel.__call__`, shadowed_method_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ShadowedMethodModel.layers`, shadowed_method_model.py:16.
    public var layers: [CaseShadowedMethod] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
