import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TryIndexModel`, try_index_model.py:7.
public final class CaseTryIndexModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTryIndex

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseTryIndex(config)
    }

    /// `TryIndexModel.__call__`, try_index_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TryIndexModel.layers`, try_index_model.py:16.
    public var layers: [CaseTryIndex] { [block] }

    /// `TryIndexModel.sanitize`, try_index_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
