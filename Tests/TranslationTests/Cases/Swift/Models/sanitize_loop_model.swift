import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SanitizeLoopModel`, sanitize_loop_model.py:7.
public final class CaseSanitizeLoopModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSanitizeLoop

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSanitizeLoop(config)
    }

    /// `SanitizeLoopModel.__call__`, sanitize_loop_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SanitizeLoopModel.layers`, sanitize_loop_model.py:16.
    public var layers: [CaseSanitizeLoop] { [block] }

    /// `SanitizeLoopModel.sanitize`, sanitize_loop_model.py:19.
    public func sanitize(_ weights: OrderedWeights) -> OrderedWeights {
        block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
