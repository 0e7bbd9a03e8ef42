import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MaskByWindowModel`, mask_by_window_model.py:7.
public final class CaseMaskByWindowModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMaskByWindow

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMaskByWindow(config)
    }

    /// `MaskByWindowModel.__call__`, mask_by_window_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), cache: cache![0]))
    }

    /// `MaskByWindowModel.layers`, mask_by_window_model.py:16.
    public var layers: [CaseMaskByWindow] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
