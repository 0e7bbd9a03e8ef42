import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PairOrNumberModel`, pair_or_number_model.py:7.
public final class CasePairOrNumberModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePairOrNumber

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePairOrNumber(config)
    }

    /// `PairOrNumberModel.__call__`, pair_or_number_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PairOrNumberModel.layers`, pair_or_number_model.py:16.
    public var layers: [CasePairOrNumber] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
