import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MethodOfOtherClassModel`, method_of_other_class_model.py:7.
public final class CaseMethodOfOtherClassModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMethodOfOtherClass

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMethodOfOtherClass(config)
    }

    /// `MethodOfOtherClassModel.__call__`, method_of_other_class_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MethodOfOtherClassModel.layers`, method_of_other_class_model.py:16.
    public var layers: [CaseMethodOfOtherClass] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
