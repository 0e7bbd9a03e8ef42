import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AugmentedAssignmentModel`, augmented_assignment_model.py:7.
public final class CaseAugmentedAssignmentModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAugmentedAssignment

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAugmentedAssignment(config)
    }

    /// `AugmentedAssignmentModel.__call__`, augmented_assignment_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AugmentedAssignmentModel.layers`, augmented_assignment_model.py:16.
    public var layers: [CaseAugmentedAssignment] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
