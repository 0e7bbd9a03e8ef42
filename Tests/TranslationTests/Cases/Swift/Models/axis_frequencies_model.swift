import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AxisFrequenciesModel`, axis_frequencies_model.py:7.
public final class CaseAxisFrequenciesModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAxisFrequencies

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseAxisFrequencies(config)
    }

    /// `AxisFrequenciesModel.__call__`, axis_frequencies_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AxisFrequenciesModel.layers`, axis_frequencies_model.py:16.
    public var layers: [CaseAxisFrequencies] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
