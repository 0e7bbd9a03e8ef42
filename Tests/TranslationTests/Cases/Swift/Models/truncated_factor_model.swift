import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TruncatedFactorModel`, truncated_factor_model.py:7.
public final class CaseTruncatedFactorModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTruncatedFactor

    public init(_ config: CaseFactorConfiguration) throws {
        _block.wrappedValue = try CaseTruncatedFactor(config)
    }

    /// `TruncatedFactorModel.__call__`, truncated_factor_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TruncatedFactorModel.layers`, truncated_factor_model.py:16.
    public var layers: [CaseTruncatedFactor] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
