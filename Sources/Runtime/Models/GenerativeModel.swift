import MLX
import MLXNN
import ModelPorted

/// A loaded model of either package.
public protocol GenerativeModel: LanguageModel {
    /// The inputs that the model reads, by the Python parameters' names.
    ///
    /// Anything else that a caller passes is refused rather than dropped.
    var inputNames: Set<String> { get }

    /// Whether a prompt may be taken in several steps (`chunked_prefill_policy`).
    var allowsChunkedPrefill: Bool { get }

    /// `get_input_embeddings(input_ids, pixel_values, mask, …)`; nil for mlx-lm's models, which
    /// have none.
    ///
    /// - Parameter inputs: `input_ids` [B, L], `mask` [B, L] and the processor's outputs.
    func inputFeatures(_ inputs: ModelInputs) throws -> InputEmbeddingsFeatures?

    /// The family's `sanitize`, in the order in which the package's loader applies it.
    func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights

    /// What the package's loader has the parts do to the weights after the model's own `sanitize`.
    func sanitizeParts(_ weights: OrderedWeights) throws -> OrderedWeights

    /// How a layer is packed where the model is quantised: the family's `quant_predicate`.
    ///
    /// - Parameters:
    ///   - path: the layer's place among the modules, `model.layers.0.mlp.gate`.
    ///   - module: the layer.
    func quantizationRule(_ path: String, module: Module) throws -> QuantizationRule

    /// Whether a floating-point parameter gets another type where the model is converted to one: the
    /// family's `cast_predicate`.
    ///
    /// - Parameter path: the parameter's name.
    func shouldCast(_ path: String) throws -> Bool
}

extension GenerativeModel {
    /// Text alone.
    public var inputNames: Set<String> { ["input_ids", "inputs_embeds", "mask"] }

    /// Prompts may be split.
    public var allowsChunkedPrefill: Bool { true }

    /// No embeddings of its own.
    public func inputFeatures(_ inputs: ModelInputs) throws -> InputEmbeddingsFeatures? { nil }

    /// The weights as they are.
    public func sanitize(_ weights: OrderedWeights) throws -> OrderedWeights { weights }

    /// Nothing.
    public func sanitizeParts(_ weights: OrderedWeights) throws -> OrderedWeights { weights }

    /// As all layers.
    public func quantizationRule(_ path: String, module: Module) throws -> QuantizationRule {
        .general
    }

    /// All of them.
    public func shouldCast(_ path: String) throws -> Bool { true }
}

extension GenerativeModel {
    /// The type of most floating-point elements among the parameters, nil if there are none.
    public var parameterType: DType? {
        var sizes: [DType: Int] = [:]
        for (_, parameter) in parameters().flattened() where parameter.dtype.isFloatingPoint {
            sizes[parameter.dtype, default: 0] += parameter.size
        }
        return sizes.max { $0.value < $1.value }?.key
    }
}
