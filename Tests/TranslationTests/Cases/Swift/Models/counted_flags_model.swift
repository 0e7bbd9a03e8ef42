import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CountedFlagsModel`, counted_flags_model.py:7.
public final class CaseCountedFlagsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseCountedFlags

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseCountedFlags(config)
    }

    /// `CountedFlagsModel.__call__`, counted_flags_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `CountedFlagsModel.layers`, counted_flags_model.py:16.
    public var layers: [CaseCountedFlags] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
