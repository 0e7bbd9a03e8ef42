import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ExtendedDecodingModel`, extended_decoding_model.py:7.
public final class CaseExtendedDecodingModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseExtendedDecoding

    public init(_ config: CaseDecodingConfiguration) throws {
        _block.wrappedValue = try CaseExtendedDecoding(config)
    }

    /// `ExtendedDecodingModel.__call__`, extended_decoding_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ExtendedDecodingModel.layers`, extended_decoding_model.py:16.
    public var layers: [CaseExtendedDecoding] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
