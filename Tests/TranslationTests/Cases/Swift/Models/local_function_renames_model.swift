import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `LocalFunctionRenamesModel`, local_function_renames_model.py:7.
public final class CaseLocalFunctionRenamesModel: Module, GenerativeModel {
    @ModuleInfo var block: CaseLocalFunctionRenames

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseLocalFunctionRenames(config)
    }

    /// `LocalFunctionRenamesModel.__call__`, local_function_renames_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `LocalFunctionRenamesModel.layers`, local_function_renames_model.py:16.
    public var layers: [CaseLocalFunctionRenames] { [block] }

    /// `LocalFunctionRenamesModel.sanitize`, local_function_renames_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    /// `LocalFunctionRenamesModel.make_cache`, local_function_renames_model.py:22.
    public func makeCache() -> [any KVCache] { block.makeCache() }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
