import MLX
import MLXNN
import ModelPorted

/// A configuration that says what a ``SparseMLP`` is made of.
public protocol SparseMLPConfiguration {
    /// What the feed-forward network of a layer is made of.
    ///
    /// - Throws: an error that names the entry of `config.json` that is unusable.
    func sparseMLP(layerIndex: Int) throws -> SparseMLPParameters
}

/// What a ``SparseMLP`` is made of.
public struct SparseMLPParameters: Sendable, Equatable {
    /// The size of the hidden states.
    public var dimensions: Int
    /// The size between the projections.
    public var hiddenDimensions: Int
    /// For each layer, how many of its gates are zero, as a part of one; nil if none are.
    public var sparsities: [Double]?

    public init(dimensions: Int, hiddenDimensions: Int, sparsities: [Double]? = nil) {
        self.dimensions = dimensions
        self.hiddenDimensions = hiddenDimensions
        self.sparsities = sparsities
    }
}

/// A gated feed-forward network with GELU, of which a layer may keep the largest gates only (Spark
/// Transformer, arXiv 2506.06644).
///
/// Stands for `MLP` of mlx_vlm/models/gemma3n/language.py and of mlx_lm/models/gemma3n.py.
public final class SparseMLP<Configuration: SparseMLPConfiguration>: Module, UnaryLayer {
    /// How far above the mean a gate has to be, in standard deviations; nil where all are kept.
    let _stdMultiplier: MLXArray?

    @ModuleInfo(key: "gate_proj") var gateProj: Linear
    @ModuleInfo(key: "up_proj") var upProj: Linear
    @ModuleInfo(key: "down_proj") var downProj: Linear

    /// - Throws: `ParameterError`, or `PythonError.outOfRange` if the layer has no sparsity.
    public init(_ config: Configuration, layerIndex: Int = 0) throws {
        let parameters = try config.sparseMLP(layerIndex: layerIndex)
        let (dim, hiddenDim) = (parameters.dimensions, parameters.hiddenDimensions)
        try requirePositive(("dimensions", dim), ("hiddenDimensions", hiddenDim))
        let sparsity = try parameters.sparsities?.element(at: layerIndex) ?? 0
        _stdMultiplier =
            sparsity > 0
            ? 2.0.squareRoot() * erfInverse(MLXArray(Float(2 * sparsity - 1))) : nil
        super.init()
        _gateProj.wrappedValue = Linear(dim, hiddenDim, bias: false)
        _upProj.wrappedValue = Linear(dim, hiddenDim, bias: false)
        _downProj.wrappedValue = Linear(hiddenDim, dim, bias: false)
    }

    /// The network's output for `x` `[…, D]`, of the same shape.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            let gate = gateProj(x)
            let activations: MLXArray
            if let _stdMultiplier {
                activations = geluTopK(gate, stdMultiplier: _stdMultiplier)
            } else {
                activations = geluApproximate(gate)
            }
            let up = upProj(x)
            let down = downProj(activations * up)
            return down
        }
    }

    /// GELU of the gates by which these are above a cutoff, zero of the others.
    private func geluTopK(_ inputs: MLXArray, stdMultiplier: MLXArray) -> MLXArray {
        compiled(inputs, stdMultiplier, shapeless: true) { inputs, stdMultiplier in
            let mean = mean(inputs, axis: -1, keepDims: true)
            let deviation = std(inputs, axis: -1, keepDims: true)
            let cutoff = mean + deviation * stdMultiplier.asType(deviation.dtype)
            return geluApproximate(maximum(0, inputs - cutoff))
        }
    }
}
