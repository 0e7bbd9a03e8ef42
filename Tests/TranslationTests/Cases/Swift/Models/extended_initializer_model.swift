import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ExtendedInitializerModel`, extended_initializer_model.py:7.
public final class CaseExtendedInitializerModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseExtendedInitializer

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseExtendedInitializer(config)
    }

    /// `ExtendedInitializerModel.__call__`, extended_initializer_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ExtendedInitializerModel.layers`, extended_initializer_model.py:16.
    public var layers: [CaseExtendedInitializer] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
