import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TransposesModel`, transposes_model.py:7.
public final class CaseTransposesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTransposes

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseTransposes(config)
    }

    /// `TransposesModel.__call__`, transposes_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TransposesModel.layers`, transposes_model.py:16.
    public var layers: [CaseTransposes] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
