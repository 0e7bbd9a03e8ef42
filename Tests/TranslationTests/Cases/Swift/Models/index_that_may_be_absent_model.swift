import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `IndexThatMayBeAbsentModel`, index_that_may_be_absent_model.py:7.
public final class CaseIndexThatMayBeAbsentModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseIndexThatMayBeAbsent

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseIndexThatMayBeAbsent(config)
    }

    /// `IndexThatMayBeAbsentModel.__call__`, index_that_may_be_absent_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `IndexThatMayBeAbsentModel.layers`, index_that_may_be_absent_model.py:16.
    public var layers: [CaseIndexThatMayBeAbsent] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
