import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ComparisonOfTestsModel`, comparison_of_tests_model.py:7.
public final class CaseComparisonOfTestsModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseComparisonOfTests

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseComparisonOfTests(config)
    }

    /// `ComparisonOfTestsModel.__call__`, comparison_of_tests_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ComparisonOfTestsModel.layers`, comparison_of_tests_model.py:16.
    public var layers: [CaseComparisonOfTests] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
