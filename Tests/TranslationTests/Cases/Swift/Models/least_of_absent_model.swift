import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `LeastOfAbsentModel`, least_of_absent_model.py:7.
public final class CaseLeastOfAbsentModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseLeastOfAbsent

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseLeastOfAbsent(config)
    }

    /// `LeastOfAbsentModel.__call__`, least_of_absent_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `LeastOfAbsentModel.layers`, least_of_absent_model.py:16.
    public var layers: [CaseLeastOfAbsent] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
