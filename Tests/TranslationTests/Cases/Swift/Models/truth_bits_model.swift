import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `TruthBitsModel`, truth_bits_model.py:7.
public final class CaseTruthBitsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseTruthBits

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseTruthBits(config)
    }

    /// `TruthBitsModel.__call__`, truth_bits_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `TruthBitsModel.layers`, truth_bits_model.py:16.
    public var layers: [CaseTruthBits] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
