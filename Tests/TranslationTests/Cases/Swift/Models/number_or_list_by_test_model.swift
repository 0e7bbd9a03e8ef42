import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `NumberOrListByTestModel`, number_or_list_by_test_model.py:7.
public final class CaseNumberOrListByTestModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseNumberOrListByTest

    public init(_ config: CaseSizeOrSizesConfiguration) throws {
        _block.wrappedValue = try CaseNumberOrListByTest(config)
    }

    /// `NumberOrListByTestModel.__call__`, number_or_list_by_test_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `NumberOrListByTestModel.layers`, number_or_list_by_test_model.py:16.
    public var layers: [CaseNumberOrListByTest] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
