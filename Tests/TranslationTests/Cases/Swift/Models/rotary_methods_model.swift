import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RotaryMethodsModel`, rotary_methods_model.py:7.
public final class CaseRotaryMethodsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRotaryMethods

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseRotaryMethods(config)
    }

    /// `RotaryMethodsModel.__call__`, rotary_methods_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RotaryMethodsModel.layers`, rotary_methods_model.py:16.
    public var layers: [CaseRotaryMethods] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
