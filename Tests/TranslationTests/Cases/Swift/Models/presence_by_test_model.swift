import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `PresenceByTestModel`, presence_by_test_model.py:7.
public final class CasePresenceByTestModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CasePresenceByTest

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CasePresenceByTest(config)
    }

    /// `PresenceByTestModel.__call__`, presence_by_test_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `PresenceByTestModel.layers`, presence_by_test_model.py:16.
    public var layers: [CasePresenceByTest] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
