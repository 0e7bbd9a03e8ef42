import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FieldOfTwoNamesModel`, field_of_two_names_model.py:7.
public final class CaseFieldOfTwoNamesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFieldOfTwoNames

    public init(_ config: CaseKindsConfiguration) throws {
        _block.wrappedValue = try CaseFieldOfTwoNames(config)
    }

    /// `FieldOfTwoNamesModel.__call__`, field_of_two_names_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FieldOfTwoNamesModel.layers`, field_of_two_names_model.py:16.
    public var layers: [CaseFieldOfTwoNames] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
