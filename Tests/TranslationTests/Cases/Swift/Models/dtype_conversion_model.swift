import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DtypeConversionModel`, dtype_conversion_model.py:7.
public final class CaseDtypeConversionModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseDtypeConversion

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseDtypeConversion(config)
    }

    /// `DtypeConversionModel.__call__`, dtype_conversion_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `DtypeConversionModel.layers`, dtype_conversion_model.py:16.
    public var layers: [CaseDtypeConversion] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
