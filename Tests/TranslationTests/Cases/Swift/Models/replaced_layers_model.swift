import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `ReplacedLayersModel`, replaced_layers_model.py:7.
public final class CaseReplacedLayersModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseReplacedLayers

    public init(_ config: CaseReplacedLayersConfiguration) throws {
        _block.wrappedValue = try CaseReplacedLayers(config)
    }

    /// `ReplacedLayersModel.__call__`, replaced_layers_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `ReplacedLayersModel.layers`, replaced_layers_model.py:16.
    public var layers: [CaseReplacedLayers] { [block] }

    /// `ReplacedLayersModel.cast_predicate`, replaced_layers_model.py:20.
    public func shouldCast(_ path: String) throws -> Bool { try block.shouldCast(path) }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
