import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TruthinessModel`, truthiness_model.py:7.
public final class CaseTruthinessModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTruthiness

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseTruthiness(config)
    }

    /// `TruthinessModel.__call__`, truthiness_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TruthinessModel.layers`, truthiness_model.py:16.
    public var layers: [CaseTruthiness] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
