import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SlicesFromEndModel`, slices_from_end_model.py:7.
public final class CaseSlicesFromEndModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSlicesFromEnd

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSlicesFromEnd(config)
    }

    /// `SlicesFromEndModel.__call__`, slices_from_end_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SlicesFromEndModel.layers`, slices_from_end_model.py:16.
    public var layers: [CaseSlicesFromEnd] { [block] }

    /// `SlicesFromEndModel.sanitize`, slices_from_end_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
