import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `StringMethodsModel`, string_methods_model.py:7.
public final class CaseStringMethodsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseStringMethods

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseStringMethods(config)
    }

    /// `StringMethodsModel.__call__`, string_methods_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `StringMethodsModel.layers`, string_methods_model.py:16.
    public var layers: [CaseStringMethods] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
