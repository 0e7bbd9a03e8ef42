import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `SearchLoopModel`, search_loop_model.py:7.
public final class CaseSearchLoopModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseSearchLoop

    public init(_ config: CaseConfiguration) throws {
        _block.wrappedValue = try CaseSearchLoop(config)
    }

    /// `SearchLoopModel.__call__`, search_loop_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `SearchLoopModel.layers`, search_loop_model.py:16.
    public var layers: [CaseSearchLoop] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
