import MLX
import MLXNN
import ModelPorted
import ModelRuntime

/// `BoundOnTheWayModel`, bound_on_the_way_model.py:7.
public final class CaseBoundOnTheWayModel: Module, GenerativeModel, UniformlyCached {
    @ModuleInfo var block: CaseBoundOnTheWay

    public init(_ config: CaseConfiguration) {
        _block.wrappedValue = CaseBoundOnTheWay(config)
    }

    /// `BoundOnTheWayModel.__call__`, bound_on_the_way_model.py:12.
    public func callAsFunction(
        _ inputIds: MLXArray, mask: MLXArray? = nil, cache: [(any KVCache)?]? = nil
    ) -> LanguageModelOutput {
        LanguageModelOutput(logits: block(tanh(inputIds)))
    }

    /// `BoundOnTheWayModel.layers`, bound_on_the_way_model.py:16.
    public var layers: [CaseBoundOnTheWay] { [block] }

    public func callAsFunction(_ inputs: ModelInputs, cache: [any KVCache]?) throws
        -> LanguageModelOutput
    {
        try self(required(inputs.inputIds, "input_ids"), cache: cache)
    }
}
