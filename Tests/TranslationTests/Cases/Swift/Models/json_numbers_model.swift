import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `JsonNumbersModel`, json_numbers_model.py:7.
public final class CaseJsonNumbersModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseJsonNumbers

    public init(_ config: CaseSizesConfiguration) throws {
        _block.wrappedValue = try CaseJsonNumbers(config)
    }

    /// `JsonNumbersModel.__call__`, json_numbers_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `JsonNumbersModel.layers`, json_numbers_model.py:16.
    public var layers: [CaseJsonNumbers] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
