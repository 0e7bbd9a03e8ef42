import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RemovedModuleModel`, removed_module_model.py:7.
public final class CaseRemovedModuleModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRemovedModule

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseRemovedModule(config)
    }

    /// `RemovedModuleModel.__call__`, removed_module_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RemovedModuleModel.layers`, removed_module_model.py:16.
    public var layers: [CaseRemovedModule] { [block] }

    /// `RemovedModuleModel.sanitize`, removed_module_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
