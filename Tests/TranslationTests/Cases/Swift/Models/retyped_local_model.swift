import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `RetypedLocalModel`, retyped_local_model.py:7.
public final class CaseRetypedLocalModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseRetypedLocal

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseRetypedLocal(config)
    }

    /// `RetypedLocalModel.__call__`, retyped_local_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `RetypedLocalModel.layers`, retyped_local_model.py:16.
    public var layers: [CaseRetypedLocal] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
