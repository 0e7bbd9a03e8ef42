import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PropertyModel`, property_model.py:7.
public final class CasePropertyModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseProperty

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseProperty(config)
    }

    /// `PropertyModel.__call__`, property_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PropertyModel.layers`, property_model.py:16.
    public var layers: [CaseProperty] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
