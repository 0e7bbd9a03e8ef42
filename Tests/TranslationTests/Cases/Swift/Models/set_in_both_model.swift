import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SetInBothModel`, set_in_both_model.py:7.
public final class CaseSetInBothModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSetInBoth

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSetInBoth(config)
    }

    /// `SetInBothModel.__call__`, set_in_both_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SetInBothModel.layers`, set_in_both_model.py:16.
    public var layers: [CaseSetInBoth] { [block] }

    /// `SetInBothModel.sanitize`, set_in_both_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
