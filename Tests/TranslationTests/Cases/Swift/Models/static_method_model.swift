import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `StaticMethodModel`, static_method_model.py:7.
public final class CaseStaticMethodModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseStaticMethod

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseStaticMethod(config)
    }

    /// `StaticMethodModel.__call__`, static_method_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `StaticMethodModel.layers`, static_method_model.py:16.
    public var layers: [CaseStaticMethod] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
