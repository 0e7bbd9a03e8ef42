import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SetUnderTestModel`, set_under_test_model.py:7.
public final class CaseSetUnderTestModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSetUnderTest

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseSetUnderTest(config)
    }

    /// `SetUnderTestModel.__call__`, set_under_test_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SetUnderTestModel.layers`, set_under_test_model.py:16.
    public var layers: [CaseSetUnderTest] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
