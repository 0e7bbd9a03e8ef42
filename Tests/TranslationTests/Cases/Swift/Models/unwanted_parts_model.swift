import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `UnwantedPartsModel`, unwanted_parts_model.py:7.
public final class CaseUnwantedPartsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseUnwantedParts

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseUnwantedParts(config)
    }

    /// `UnwantedPartsModel.__call__`, unwanted_parts_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `UnwantedPartsModel.layers`, unwanted_parts_model.py:16.
    public var layers: [CaseUnwantedParts] { [block] }

    /// `UnwantedPartsModel.sanitize`, unwanted_parts_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
