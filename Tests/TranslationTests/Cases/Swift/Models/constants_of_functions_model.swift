import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ConstantsOfFunctionsModel`, constants_of_functions_model.py:7.
public final class CaseConstantsOfFunctionsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseConstantsOfFunctions

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseConstantsOfFunctions(config)
    }

    /// `ConstantsOfFunctionsModel.__call__`, constants_of_functions_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ConstantsOfFunctionsModel.layers`, constants_of_functions_model.py:16.
    public var layers: [CaseConstantsOfFunctions] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
