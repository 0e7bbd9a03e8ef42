import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NamedDefaultModel`, named_default_model.py:7.
public final class CaseNamedDefaultModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNamedDefault

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseNamedDefault(config)
    }

    /// `NamedDefaultModel.__call__`, named_default_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NamedDefaultModel.layers`, named_default_model.py:16.
    public var layers: [CaseNamedDefault] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
