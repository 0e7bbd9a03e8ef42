import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `AssertionsModel`, assertions_model.py:7.
public final class CaseAssertionsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseAssertions

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseAssertions(config)
    }

    /// `AssertionsModel.__call__`, assertions_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `AssertionsModel.layers`, assertions_model.py:16.
    public var layers: [CaseAssertions] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
