import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `QuotientAndRestModel`, quotient_and_rest_model.py:7.
public final class CaseQuotientAndRestModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseQuotientAndRest

    public init(_ config: CaseQuotientAndRestConfiguration) throws {
        _block.wrappedValue = try CaseQuotientAndRest(config)
    }

    /// `QuotientAndRestModel.__call__`, quotient_and_rest_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `QuotientAndRestModel.layers`, quotient_and_rest_model.py:16.
    public var layers: [CaseQuotientAndRest] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
