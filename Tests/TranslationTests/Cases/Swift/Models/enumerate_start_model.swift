import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `EnumerateStartModel`, enumerate_start_model.py:7.
public final class CaseEnumerateStartModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseEnumerateStart

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseEnumerateStart(config)
    }

    /// `EnumerateStartModel.__call__`, enumerate_start_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `EnumerateStartModel.layers`, enumerate_start_model.py:16.
    public var layers: [CaseEnumerateStart] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
