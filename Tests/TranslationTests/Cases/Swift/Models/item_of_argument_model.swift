import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ItemOfArgumentModel`, item_of_argument_model.py:7.
public final class CaseItemOfArgumentModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseItemOfArgument

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseItemOfArgument(config)
    }

    /// `ItemOfArgumentModel.__call__`, item_of_argument_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ItemOfArgumentModel.layers`, item_of_argument_model.py:16.
    public var layers: [CaseItemOfArgument] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
