import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `HostNumbersModel`, host_numbers_model.py:7.
public final class CaseHostNumbersModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseHostNumbers

    public init(_ config: CaseHostNumbersConfiguration) {
        _block.wrappedValue = CaseHostNumbers(config)
    }

    /// `HostNumbersModel.__call__`, host_numbers_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) throws -> LanguageModelOutput {
        try LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `HostNumbersModel.layers`, host_numbers_model.py:16.
    public var layers: [CaseHostNumbers] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
