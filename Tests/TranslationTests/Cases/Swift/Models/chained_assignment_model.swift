import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ChainedAssignmentModel`, chained_assignment_model.py:7.
public final class CaseChainedAssignmentModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseChainedAssignment

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseChainedAssignment(config)
    }

    /// `ChainedAssignmentModel.__call__`, chained_assignment_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ChainedAssignmentModel.layers`, chained_assignment_model.py:16.
    public var layers: [CaseChainedAssignment] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
