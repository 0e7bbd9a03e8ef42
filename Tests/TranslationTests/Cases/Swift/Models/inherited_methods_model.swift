import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `InheritedMethodsModel`, inherited_methods_model.py:7.
public final class CaseInheritedMethodsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseInheritedMethods

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseInheritedMethods(config)
    }

    /// `InheritedMethodsModel.__call__`, inherited_methods_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `InheritedMethodsModel.layers`, inherited_methods_model.py:16.
    public var layers: [CaseInheritedMethods] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
