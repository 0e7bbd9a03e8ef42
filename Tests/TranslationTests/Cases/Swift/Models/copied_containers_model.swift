import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `CopiedContainersModel`, copied_containers_model.py:7.
public final class CaseCopiedContainersModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseCopiedContainers

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseCopiedContainers(config)
    }

    /// `CopiedContainersModel.__call__`, copied_containers_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `CopiedContainersModel.layers`, copied_containers_model.py:16.
    public var layers: [CaseCopiedContainers] { [block] }

    /// `CopiedContainersModel.sanitize`, copied_containers_model.py:19.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights {
        try block.sanitize(weights)
    }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
