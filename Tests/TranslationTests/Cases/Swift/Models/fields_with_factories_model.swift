import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `FieldsWithFactoriesModel`, fields_with_factories_model.py:7.
public final class CaseFieldsWithFactoriesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseFieldsWithFactories

    public init(_ config: CaseFieldConfiguration) throws {
        _block.wrappedValue = try CaseFieldsWithFactories(config)
    }

    /// `FieldsWithFactoriesModel.__call__`, fields_with_factories_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `FieldsWithFactoriesModel.layers`, fields_with_factories_model.py:16.
    public var layers: [CaseFieldsWithFactories] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
