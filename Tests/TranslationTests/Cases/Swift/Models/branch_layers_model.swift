import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `BranchLayersModel`, branch_layers_model.py:7.
public final class CaseBranchLayersModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseBranchLayers

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseBranchLayers(config)
    }

    /// `BranchLayersModel.__call__`, branch_layers_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `BranchLayersModel.layers`, branch_layers_model.py:16.
    public var layers: [CaseBranchLayers] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
