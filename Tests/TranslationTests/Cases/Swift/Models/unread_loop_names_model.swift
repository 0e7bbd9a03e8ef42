import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `UnreadLoopNamesModel`, unread_loop_names_model.py:7.
public final class CaseUnreadLoopNamesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseUnreadLoopNames

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseUnreadLoopNames(config)
    }

    /// `UnreadLoopNamesModel.__call__`, unread_loop_names_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `UnreadLoopNamesModel.layers`, unread_loop_names_model.py:16.
    public var layers: [CaseUnreadLoopNames] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
