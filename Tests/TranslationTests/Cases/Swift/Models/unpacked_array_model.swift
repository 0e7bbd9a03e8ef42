import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `UnpackedArrayModel`, unpacked_array_model.py:7.
public final class CaseUnpackedArrayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseUnpackedArray

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseUnpackedArray(config)
    }

    /// `UnpackedArrayModel.__call__`, unpacked_array_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `UnpackedArrayModel.layers`, unpacked_array_model.py:16.
    public var layers: [CaseUnpackedArray] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
