import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PartialClassModel`, partial_class_model.py:7.
public final class CasePartialClassModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePartialClass

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePartialClass(config)
    }

    /// `PartialClassModel.__call__`, partial_class_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PartialClassModel.layers`, partial_class_model.py:16.
    public var layers: [CasePartialClass] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
