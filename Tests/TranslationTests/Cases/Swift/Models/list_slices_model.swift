import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ListSlicesModel`, list_slices_model.py:7.
public final class CaseListSlicesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseListSlices

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseListSlices(config)
    }

    /// `ListSlicesModel.__call__`, list_slices_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ListSlicesModel.layers`, list_slices_model.py:16.
    public var layers: [CaseListSlices] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
