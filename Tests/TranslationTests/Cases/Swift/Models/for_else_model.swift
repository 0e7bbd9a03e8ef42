import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ForElseModel`, for_else_model.py:7.
public final class CaseForElseModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseForElse

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseForElse(config)
    }

    /// `ForElseModel.__call__`, for_else_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ForElseModel.layers`, for_else_model.py:16.
    public var layers: [CaseForElse] { [block] }

    /// `ForElseModel.sanitize`, for_else_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
