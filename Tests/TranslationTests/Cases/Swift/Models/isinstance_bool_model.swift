import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `IsinstanceBoolModel`, isinstance_bool_model.py:7.
public final class CaseIsinstanceBoolModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseIsinstanceBool

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseIsinstanceBool(config)
    }

    /// `IsinstanceBoolModel.__call__`, isinstance_bool_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `IsinstanceBoolModel.layers`, isinstance_bool_model.py:16.
    public var layers: [CaseIsinstanceBool] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
