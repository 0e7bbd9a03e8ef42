import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SettledByArgumentModel`, settled_by_argument_model.py:7.
public final class CaseSettledByArgumentModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSettledByArgument

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSettledByArgument(config)
    }

    /// `SettledByArgumentModel.__call__`, settled_by_argument_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SettledByArgumentModel.layers`, settled_by_argument_model.py:16.
    public var layers: [CaseSettledByArgument] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
