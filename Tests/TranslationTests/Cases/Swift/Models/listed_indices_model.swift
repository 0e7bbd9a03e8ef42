import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ListedIndicesModel`, listed_indices_model.py:7.
public final class CaseListedIndicesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseListedIndices

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseListedIndices(config)
    }

    /// `ListedIndicesModel.__call__`, listed_indices_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ListedIndicesModel.layers`, listed_indices_model.py:16.
    public var layers: [CaseListedIndices] { [block] }

    /// `ListedIndicesModel.sanitize`, listed_indices_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
