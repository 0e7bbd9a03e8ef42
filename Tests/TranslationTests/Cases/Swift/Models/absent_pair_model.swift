import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AbsentPairModel`, absent_pair_model.py:7.
public final class CaseAbsentPairModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAbsentPair

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAbsentPair(config)
    }

    /// `AbsentPairModel.__call__`, absent_pair_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AbsentPairModel.layers`, absent_pair_model.py:16.
    public var layers: [CaseAbsentPair] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
