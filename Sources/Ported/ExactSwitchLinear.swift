// Ported from mlx_vlm/models/quantized_verifier.py (`exact_quantized_switch_linear`,
// `exact_quantized_selected_linear`), mlx-vlm 0.7.10, MIT,
// sha256 b01182801e18ca63ff1e0cb8be3146131c7204c91dfae656ab3c9ddb51256e13.

import MLX
import MLXNN

// A block of a few tokens, computed with quantised experts as the tokens one by one would be.

extension SwitchLinear {
    /// The projections of each token by all of its experts; nil unless the layer is quantised in a
    /// format of the engine and the shapes are these.
    ///
    /// - Parameters:
    ///   - x: the tokens `[B, L, inputDims]`
    ///   - indices: the experts of each token, `[B, L, K]`
    /// - Returns: `[B, L, K, outputDims]`.
    func exactProjections(_ x: MLXArray, _ indices: MLXArray) -> MLXArray? {
        guard hasEngineFormat, x.ndim == 3, indices.ndim == 3,
            indices.shape.prefix(2) == x.shape.prefix(2), x.dim(-1) == inputDims
        else { return nil }
        let projected = expandedDimensions(contiguous(x), axes: [-2, -3])
        return self(projected, indices).squeezed(axis: -2)
    }

    /// The projections of each token's row for an expert by that expert; nil unless the layer is
    /// quantised in a format of the engine and the shapes are these.
    ///
    /// - Parameters:
    ///   - x: the rows `[B, L, K, inputDims]`
    ///   - indices: the experts of each token, `[B, L, K]`
    /// - Returns: `[B, L, K, outputDims]`.
    func exactSelectedProjections(_ x: MLXArray, _ indices: MLXArray) -> MLXArray? {
        guard hasEngineFormat, x.ndim == 4, indices.ndim == 3,
            indices.shape[...] == x.shape.prefix(3), x.dim(-1) == inputDims
        else { return nil }
        let projected = expandedDimensions(contiguous(x), axis: -2)
        return self(projected, indices).squeezed(axis: -2)
    }

    /// Whether the layer is quantised in a format of the engine (`supports_quantization`).
    private var hasEngineFormat: Bool {
        guard let layer = self as? QuantizedSwitchLinear else { return false }
        return switch layer.mode {
        case .affine:
            [2, 3, 4, 5, 6, 8].contains(layer.bits) && [32, 64, 128].contains(layer.groupSize)
        case .mxfp4: (layer.bits, layer.groupSize) == (4, 32)
        case .mxfp8: (layer.bits, layer.groupSize) == (8, 32)
        case .nvfp4: (layer.bits, layer.groupSize) == (4, 16)
        }
    }
}
