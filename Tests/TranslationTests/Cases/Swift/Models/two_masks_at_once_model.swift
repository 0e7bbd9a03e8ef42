import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TwoMasksAtOnceModel`, two_masks_at_once_model.py:7.
public final class CaseTwoMasksAtOnceModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTwoMasksAtOnce

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseTwoMasksAtOnce(config)
    }

    /// `TwoMasksAtOnceModel.__call__`, two_masks_at_once_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds), mask: mask, cache: cache))
    }

    /// `TwoMasksAtOnceModel.layers`, two_masks_at_once_model.py:16.
    public var layers: [CaseTwoMasksAtOnce] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
