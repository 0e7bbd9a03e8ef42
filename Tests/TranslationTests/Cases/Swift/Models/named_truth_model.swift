import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NamedTruthModel`, named_truth_model.py:7.
public final class CaseNamedTruthModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNamedTruth

    public init(_ config: CaseTruthConfiguration) {
        _block.wrappedValue = CaseNamedTruth(config)
    }

    /// `NamedTruthModel.__call__`, named_truth_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NamedTruthModel.layers`, named_truth_model.py:16.
    public var layers: [CaseNamedTruth] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
