import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SumOfArraysModel`, sum_of_arrays_model.py:7.
public final class CaseSumOfArraysModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSumOfArrays

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSumOfArrays(config)
    }

    /// `SumOfArraysModel.__call__`, sum_of_arrays_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SumOfArraysModel.layers`, sum_of_arrays_model.py:16.
    public var layers: [CaseSumOfArrays] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
