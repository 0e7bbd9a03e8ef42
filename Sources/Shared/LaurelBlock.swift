import MLX
import MLXNN
import ModelPorted

/// A configuration that says what a ``LaurelBlock`` is made of.
public protocol LaurelConfiguration {
    /// What the learned residual of each layer is made of.
    ///
    /// - Throws: an error that names the entry of `config.json` that is unusable.
    var laurel: LaurelParameters { get throws }
}

/// What a ``LaurelBlock`` is made of.
public struct LaurelParameters: Sendable, Equatable {
    /// The size of the hidden states.
    public var dimensions: Int
    /// The size between the projections.
    public var rank: Int
    /// What the RMS norm adds under the root.
    public var normEps: Double

    public init(dimensions: Int, rank: Int, normEps: Double) {
        self.dimensions = dimensions
        self.rank = rank
        self.normEps = normEps
    }
}

/// A learned residual of low rank (LAuReL, arXiv 2411.07501).
///
/// Stands for `Gemma3nLaurelBlock` of mlx_vlm/models/gemma3n/language.py and of
/// mlx_lm/models/gemma3n.py.
public final class LaurelBlock<Configuration: LaurelConfiguration>: Module, UnaryLayer {
    @ModuleInfo(key: "linear_left") var linearLeft: Linear
    @ModuleInfo(key: "linear_right") var linearRight: Linear
    @ModuleInfo(key: "post_laurel_norm") var postLaurelNorm: RMSNorm

    /// - Throws: `ParameterError`.
    public init(_ config: Configuration) throws {
        let parameters = try config.laurel
        let (dim, rank) = (parameters.dimensions, parameters.rank)
        try requirePositive(("dimensions", dim), ("rank", rank))
        super.init()
        _linearLeft.wrappedValue = Linear(dim, rank, bias: false)
        _linearRight.wrappedValue = Linear(rank, dim, bias: false)
        _postLaurelNorm.wrappedValue = RMSNorm(dimensions: dim, eps: parameters.normEps)
    }

    /// `x` `[…, D]` with its residual, of the same shape.
    public func callAsFunction(_ x: MLXArray) -> MLXArray {
        observe {
            var residual = linearLeft(x)
            residual = linearRight(residual)
            residual = postLaurelNorm(residual)
            return x + residual
        }
    }
}
