import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ClassByBranchModel`, class_by_branch_model.py:7.
public final class CaseClassByBranchModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseClassByBranch

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseClassByBranch(config)
    }

    /// `ClassByBranchModel.__call__`, class_by_branch_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ClassByBranchModel.layers`, class_by_branch_model.py:16.
    public var layers: [CaseClassByBranch] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
