import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NestedModel`, nested_config_model.py:7.
public final class CaseNestedModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNested

    public init(_ config: CaseNestedConfiguration) {
        _block.wrappedValue = CaseNested(config)
    }

    /// `NestedModel.__call__`, nested_config_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NestedModel.layers`, nested_config_model.py:16.
    public var layers: [CaseNested] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
