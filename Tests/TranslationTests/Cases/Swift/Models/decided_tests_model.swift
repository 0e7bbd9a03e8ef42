import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `DecidedTestsModel`, decided_tests_model.py:7.
public final class CaseDecidedTestsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseDecidedTests

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseDecidedTests(config)
    }

    /// `DecidedTestsModel.__call__`, decided_tests_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `DecidedTestsModel.layers`, decided_tests_model.py:16.
    public var layers: [CaseDecidedTests] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
