import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ShiftsOfVariablesModel`, shifts_of_variables_model.py:7.
public final class CaseShiftsOfVariablesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseShiftsOfVariables

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseShiftsOfVariables(config)
    }

    /// `ShiftsOfVariablesModel.__call__`, shifts_of_variables_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ShiftsOfVariablesModel.layers`, shifts_of_variables_model.py:16.
    public var layers: [CaseShiftsOfVariables] { [block] }

    /// `ShiftsOfVariablesModel.sanitize`, shifts_of_variables_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
