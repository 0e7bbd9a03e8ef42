import MLX
import MLXNN
import ModelPorted

/// Turns packed layers into plain ones (`dequantize_model`, mlx_lm/utils.py).
public enum Dequantization {
    /// Replaces every packed linear layer, embedding and expert layer of a model; those of latent
    /// attention where the package does.
    ///
    /// - Throws: what updating the model throws.
    public static func apply(to model: any GenerativeModel, package: ModelPackage) throws {
        let plain = model.namedModules().compactMap { path, layer in
            Self.plain(layer, package).map { (path, $0) }
        }
        try model.update(modules: ModuleChildren.unflattened(plain), verify: .none)
    }

    private static func plain(_ layer: Module, _ package: ModelPackage) -> Module? {
        switch layer {
        case let linear as QuantizedLinear:
            return Linear(
                weight: weight(linear, linear.weight, linear.scales, linear.biases),
                bias: linear.bias)
        case let embedding as QuantizedEmbedding:
            return Embedding(
                weight: weight(
                    embedding, embedding.weight, embedding.scales, embedding.biases))
        case let experts as QuantizedSwitchLinear:
            return SwitchLinear(
                weight: weight(experts, experts.weight, experts.scales, experts.biases),
                bias: experts.bias)
        case let heads as QuantizedMultiLinear where package == .mlxVLM:
            return MultiLinear(weight: weight(heads, heads.weight, heads.scales, heads.biases))
        default: return nil
        }
    }

    private static func weight(
        _ layer: any Quantized, _ packed: MLXArray, _ scales: MLXArray, _ biases: MLXArray?
    ) -> MLXArray {
        dequantized(
            packed, scales: scales, biases: biases, groupSize: layer.groupSize, bits: layer.bits,
            mode: layer.mode)
    }
}
