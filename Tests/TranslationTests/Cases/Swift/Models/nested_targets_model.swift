import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NestedTargetsModel`, nested_targets_model.py:7.
public final class CaseNestedTargetsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNestedTargets

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseNestedTargets(config)
    }

    /// `NestedTargetsModel.__call__`, nested_targets_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NestedTargetsModel.layers`, nested_targets_model.py:16.
    public var layers: [CaseNestedTargets] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
