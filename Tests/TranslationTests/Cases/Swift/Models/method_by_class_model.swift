import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MethodByClassModel`, method_by_class_model.py:7.
public final class CaseMethodByClassModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMethodByClass

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMethodByClass(config)
    }

    /// `MethodByClassModel.__call__`, method_by_class_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MethodByClassModel.layers`, method_by_class_model.py:16.
    public var layers: [CaseMethodByClass] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
