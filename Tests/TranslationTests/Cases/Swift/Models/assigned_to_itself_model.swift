import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AssignedToItselfModel`, assigned_to_itself_model.py:7.
public final class CaseAssignedToItselfModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAssignedToItself

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseAssignedToItself(config)
    }

    /// `AssignedToItselfModel.__call__`, assigned_to_itself_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AssignedToItselfModel.layers`, assigned_to_itself_model.py:16.
    public var layers: [CaseAssignedToItself] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
