import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `BooleanPrecedenceModel`, boolean_precedence_model.py:7.
public final class CaseBooleanPrecedenceModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseBooleanPrecedence

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseBooleanPrecedence(config)
    }

    /// `BooleanPrecedenceModel.__call__`, boolean_precedence_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `BooleanPrecedenceModel.layers`, boolean_precedence_model.py:16.
    public var layers: [CaseBooleanPrecedence] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
