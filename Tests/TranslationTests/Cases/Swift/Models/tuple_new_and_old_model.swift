import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TupleNewAndOldModel`, tuple_new_and_old_model.py:7.
public final class CaseTupleNewAndOldModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTupleNewAndOld

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseTupleNewAndOld(config)
    }

    /// `TupleNewAndOldModel.__call__`, tuple_new_and_old_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TupleNewAndOldModel.layers`, tuple_new_and_old_model.py:16.
    public var layers: [CaseTupleNewAndOld] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
