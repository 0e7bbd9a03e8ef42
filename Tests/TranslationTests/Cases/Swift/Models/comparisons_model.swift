import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ComparisonsModel`, comparisons_model.py:7.
public final class CaseComparisonsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseComparisons

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseComparisons(config)
    }

    /// `ComparisonsModel.__call__`, comparisons_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ComparisonsModel.layers`, comparisons_model.py:16.
    public var layers: [CaseComparisons] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
