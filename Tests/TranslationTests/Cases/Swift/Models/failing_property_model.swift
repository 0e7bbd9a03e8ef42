import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FailingPropertyModel`, failing_property_model.py:7.
public final class CaseFailingPropertyModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFailingProperty

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseFailingProperty(config)
    }

    /// `FailingPropertyModel.__call__`, failing_property_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FailingPropertyModel.layers`, failing_property_model.py:16.
    public var layers: [CaseFailingProperty] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
