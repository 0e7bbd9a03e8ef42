import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ArraySlicesModel`, array_slices_model.py:7.
public final class CaseArraySlicesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseArraySlices

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseArraySlices(config)
    }

    /// `ArraySlicesModel.__call__`, array_slices_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ArraySlicesModel.layers`, array_slices_model.py:16.
    public var layers: [CaseArraySlices] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
