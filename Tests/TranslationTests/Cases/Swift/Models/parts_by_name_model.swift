import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PartsByNameModel`, parts_by_name_model.py:7.
public final class CasePartsByNameModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePartsByName

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CasePartsByName(config)
    }

    /// `PartsByNameModel.__call__`, parts_by_name_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PartsByNameModel.layers`, parts_by_name_model.py:16.
    public var layers: [CasePartsByName] { [block] }

    /// `PartsByNameModel.sanitize`, parts_by_name_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
