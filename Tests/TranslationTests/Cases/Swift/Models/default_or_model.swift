import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DefaultOrModel`, default_or_model.py:7.
public final class CaseDefaultOrModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseDefaultOr

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseDefaultOr(config)
    }

    /// `DefaultOrModel.__call__`, default_or_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `DefaultOrModel.layers`, default_or_model.py:16.
    public var layers: [CaseDefaultOr] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
