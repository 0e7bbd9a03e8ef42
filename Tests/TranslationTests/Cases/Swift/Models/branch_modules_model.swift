import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `BranchModulesModel`, branch_modules_model.py:7.
public final class CaseBranchModulesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseBranchModules

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseBranchModules(config)
    }

    /// `BranchModulesModel.__call__`, branch_modules_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `BranchModulesModel.layers`, branch_modules_model.py:16.
    public var layers: [CaseBranchModules] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
