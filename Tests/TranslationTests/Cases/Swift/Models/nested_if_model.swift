import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NestedIfModel`, nested_if_model.py:7.
public final class CaseNestedIfModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNestedIf

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseNestedIf(config)
    }

    /// `NestedIfModel.__call__`, nested_if_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NestedIfModel.layers`, nested_if_model.py:16.
    public var layers: [CaseNestedIf] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
