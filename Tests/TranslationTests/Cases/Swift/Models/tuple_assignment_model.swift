import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TupleAssignmentModel`, tuple_assignment_model.py:7.
public final class CaseTupleAssignmentModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTupleAssignment

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseTupleAssignment(config)
    }

    /// `TupleAssignmentModel.__call__`, tuple_assignment_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TupleAssignmentModel.layers`, tuple_assignment_model.py:16.
    public var layers: [CaseTupleAssignment] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
