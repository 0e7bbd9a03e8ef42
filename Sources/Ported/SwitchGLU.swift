// Ported from mlx_vlm/models/switch_layers.py, mlx-vlm 0.7.10, MIT,
// sha256 a8b688e0c0ed37ffe88804efe287fc19998eec9686b76f981b2e2ff635f76751.
// What a processor or a GPU without Metal computes: the fused Metal kernels are left out, and so is
// `residual`, which only a family with hyper-connections gives.

import MLX
import MLXNN

/// A gated feed-forward network for each expert, of which each token takes some (`SwitchGLU`).
open class SwitchGLU: Module {
    @ModuleInfo(key: "gate_proj") public var gateProj: SwitchLinear
    @ModuleInfo(key: "up_proj") public var upProj: SwitchLinear
    @ModuleInfo(key: "down_proj") public var downProj: SwitchLinear
    /// What is between the projections.
    public let activation: any GatedActivation

    /// Networks that map `inputDims` features to `hiddenDims` and back.
    public init(
        _ inputDims: Int, _ hiddenDims: Int, _ numExperts: Int,
        activation: any GatedActivation = SwiGLU.shared, bias: Bool = false
    ) {
        self.activation = activation
        super.init()
        _gateProj.wrappedValue = SwitchLinear(inputDims, hiddenDims, numExperts, bias: bias)
        _upProj.wrappedValue = SwitchLinear(inputDims, hiddenDims, numExperts, bias: bias)
        _downProj.wrappedValue = SwitchLinear(hiddenDims, inputDims, numExperts, bias: bias)
    }

    /// The outputs of each token's experts.
    ///
    /// Out of training, a block of 2 to 8 tokens is computed as its tokens one by one would be.
    ///
    /// - Parameters:
    ///   - x: the tokens `[…, D]`
    ///   - indices: the experts of each token, `[…, K]`
    ///   - weights: the weights `[…, K]` of a token's experts in its sum
    ///   - shared: what is added in the end, of the shape of the result
    /// - Returns: `[…, K, D]`; with weights `[…, D]`.
    open func callAsFunction(
        _ x: MLXArray, _ indices: MLXArray, weights: MLXArray? = nil, shared: MLXArray? = nil
    ) -> MLXArray {
        observe {
            let isBlock = !training && x.ndim == 3 && (2...decodeBlockSize).contains(x.dim(1))
            let routed = isBlock ? routedBlock(x, indices) : routed(x, indices)
            return Self.combine(routed, weights: weights, shared: shared)
        }
    }

    /// The outputs of all tokens' experts together.
    private func routed(_ x: MLXArray, _ indices: MLXArray) -> MLXArray {
        routedRows(x, indices, training: training) { x, indices, isSorted in
            let up = upProj(x, indices, sortedIndices: isSorted)
            let gate = gateProj(x, indices, sortedIndices: isSorted)
            return downProj(activation(up, gate: gate), indices, sortedIndices: isSorted)
        }
    }

    /// The outputs of the experts of a few tokens `[B, L, D]`, as one by one.
    private func routedBlock(_ x: MLXArray, _ indices: MLXArray) -> MLXArray {
        exactBlock(x, indices) ?? tokenwise(x, indices) { self($0, $1) }
    }

    /// The same at once with quantised experts; nil where it would not be as one by one.
    private func exactBlock(_ x: MLXArray, _ indices: MLXArray) -> MLXArray? {
        guard x.dim(0) * indices.dim(-1) < sortedRouteCount else { return nil }
        let up = upProj.exactProjections(x, indices)
        let gate = gateProj.exactProjections(x, indices)
        guard let up, let gate else { return nil }
        return downProj.exactSelectedProjections(activation(up, gate: gate), indices)
    }

    /// The weighted sum over each token's experts if there are weights, and `shared` added.
    ///
    /// - Parameters:
    ///   - routed: the experts' outputs `[…, K, D]`, or `[…, D]` without weights
    ///   - weights: `[…, K]`
    ///   - shared: of the shape of the result
    public static func combine(
        _ routed: MLXArray, weights: MLXArray? = nil, shared: MLXArray? = nil
    ) -> MLXArray {
        var routed = routed
        if let weights {
            routed = (routed * weights[.ellipsis, .newAxis].asType(routed.dtype)).sum(axis: -2)
        }
        return shared.map { routed + $0 } ?? routed
    }
}

/// A network of experts over rows, one for each route, which are sorted by expert if there are many.
///
/// - Parameters:
///   - x: the tokens `[…, D]`
///   - indices: the experts of each token, `[…, K]`
///   - network: takes rows, their experts and whether those are sorted
/// - Returns: `[…, K, D]`.
func routedRows(
    _ x: MLXArray, _ indices: MLXArray, training: Bool,
    network: (MLXArray, MLXArray, Bool) -> MLXArray
) -> MLXArray {
    var x = expandedDimensions(x, axes: [-2, -3])
    let isSorted = indices.size >= sortedRouteCount
    var rowIndices = indices
    var inverseOrder: MLXArray?
    if isSorted {
        (x, rowIndices, inverseOrder) = gatherSort(x, indices)
    }
    if training {
        rowIndices = stopGradient(rowIndices)
    }
    x = network(x, rowIndices, isSorted)
    if let inverseOrder {
        x = scatterUnsort(x, inverseOrder, indices.shape)
    }
    return x.squeezed(axis: -2)
}
