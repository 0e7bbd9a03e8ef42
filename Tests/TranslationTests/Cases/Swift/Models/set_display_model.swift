import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SetDisplayModel`, set_display_model.py:7.
public final class CaseSetDisplayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSetDisplay

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSetDisplay(config)
    }

    /// `SetDisplayModel.__call__`, set_display_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SetDisplayModel.layers`, set_display_model.py:16.
    public var layers: [CaseSetDisplay] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
