import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TupleSwapModel`, tuple_swap_model.py:7.
public final class CaseTupleSwapModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTupleSwap

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseTupleSwap(config)
    }

    /// `TupleSwapModel.__call__`, tuple_swap_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TupleSwapModel.layers`, tuple_swap_model.py:16.
    public var layers: [CaseTupleSwap] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
