import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `BestResolutionModel`, best_resolution_model.py:7.
public final class CaseBestResolutionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseBestResolution

    public init(_ config: CaseResolutionConfiguration) {
        _block.wrappedValue = CaseBestResolution(config)
    }

    /// `BestResolutionModel.__call__`, best_resolution_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) throws -> LanguageModelOutput {
        try LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `BestResolutionModel.layers`, best_resolution_model.py:16.
    public var layers: [CaseBestResolution] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
