import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `QuantizedWeightsModel`, quantized_weights_model.py:7.
public final class CaseQuantizedWeightsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseQuantizedWeights

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseQuantizedWeights(config)
    }

    /// `QuantizedWeightsModel.__call__`, quantized_weights_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `QuantizedWeightsModel.layers`, quantized_weights_model.py:16.
    public var layers: [CaseQuantizedWeights] { [block] }

    /// `QuantizedWeightsModel.sanitize`, quantized_weights_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
