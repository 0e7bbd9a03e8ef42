import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ExtendedDefaultModel`, extended_default_model.py:7.
public final class CaseExtendedDefaultModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseExtendedDefault

    public init(_ config: CaseExtendedConfiguration) {
        _block.wrappedValue = CaseExtendedDefault(config)
    }

    /// `ExtendedDefaultModel.__call__`, extended_default_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ExtendedDefaultModel.layers`, extended_default_model.py:16.
    public var layers: [CaseExtendedDefault] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
