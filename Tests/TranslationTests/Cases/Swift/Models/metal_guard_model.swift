import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `MetalGuardModel`, metal_guard_model.py:7.
public final class CaseMetalGuardModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseMetalGuard

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseMetalGuard(config)
    }

    /// `MetalGuardModel.__call__`, metal_guard_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `MetalGuardModel.layers`, metal_guard_model.py:16.
    public var layers: [CaseMetalGuard] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
