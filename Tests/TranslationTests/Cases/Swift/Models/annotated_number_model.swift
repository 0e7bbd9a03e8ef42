import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AnnotatedNumberModel`, annotated_number_model.py:7.
public final class CaseAnnotatedNumberModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAnnotatedNumber

    public init(_ config: CaseAnnotatedConfiguration) throws {
        _block.wrappedValue = try CaseAnnotatedNumber(config)
    }

    /// `AnnotatedNumberModel.__call__`, annotated_number_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AnnotatedNumberModel.layers`, annotated_number_model.py:16.
    public var layers: [CaseAnnotatedNumber] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
