import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `WrapperModel`, inherited_class_model.py:7.
public final class CaseWrapperModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseWrapper

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseWrapper(config)
    }

    /// `WrapperModel.__call__`, inherited_class_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `WrapperModel.layers`, inherited_class_model.py:16.
    public var layers: [CaseWrapper] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
