import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SetOfArraysModel`, set_of_arrays_model.py:7.
public final class CaseSetOfArraysModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSetOfArrays

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSetOfArrays(config)
    }

    /// `SetOfArraysModel.__call__`, set_of_arrays_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SetOfArraysModel.layers`, set_of_arrays_model.py:16.
    public var layers: [CaseSetOfArrays] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
