import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MapCallModel`, map_call_model.py:7.
public final class CaseMapCallModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMapCall

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMapCall(config)
    }

    /// `MapCallModel.__call__`, map_call_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MapCallModel.layers`, map_call_model.py:16.
    public var layers: [CaseMapCall] { [block] }

    /// `MapCallModel.sanitize`, map_call_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
