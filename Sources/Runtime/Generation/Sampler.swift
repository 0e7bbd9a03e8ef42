import Foundation
import MLX

/// Chooses the next token from log-probabilities, by the same array operations in the same order as
/// the packages' `make_sampler`, so that a seed gives the same draws.
public struct Sampler: Sendable {
    /// The temperature; 0 takes the most probable token.
    public let temperature: Double
    /// The nucleus; 0 and 1 keep all tokens.
    public let topP: Double
    /// How many tokens are kept; 0 keeps all.
    public let topK: Int

    /// A sampler as a package makes it: mlx-vlm raises positive temperatures below 0.01 to 0.01.
    public init(temperature: Double = 0, topP: Double = 1, topK: Int = 0, package: ModelPackage) {
        let isTooLow = package == .mlxVLM && 0 < temperature && temperature < 0.01
        self.temperature = isTooLow ? 0.01 : temperature
        self.topP = topP
        self.topK = topK
    }

    /// One token for each row.
    ///
    /// - Parameter logprobs: log-probabilities [B, V] of a floating-point type.
    /// - Returns: token ids [B], uint32.
    /// - Throws: ``ModelRuntimeError`` if `topK` is not below the size of the vocabulary.
    public func callAsFunction(_ logprobs: MLXArray) throws -> MLXArray {
        guard temperature != 0 else { return argMax(logprobs, axis: -1) }
        var logprobs = logprobs
        if 0 < topP, topP < 1 { logprobs = Self.nucleus(logprobs, topP: topP) }
        if topK > 0 {
            guard topK < logprobs.dim(-1) else {
                throw ModelRuntimeError.input(
                    "top-k: \(topK) is not below the vocabulary's size \(logprobs.dim(-1))")
            }
            logprobs = Self.mostProbable(logprobs, topK: topK)
        }
        return Self.draw(logprobs, temperature: temperature)
    }

    /// `apply_top_p`: everything below the nucleus becomes -inf.
    static func nucleus(_ logprobs: MLXArray, topP: Double) -> MLXArray {
        let sortedLogprobs = sorted(logprobs, axis: -1)
        let sortedProbs = exp(sortedLogprobs.asType(.float32))
        let massAbove = cumsum(sortedProbs, axis: -1, reverse: true, inclusive: false)
        let totalMass = massAbove[.ellipsis, ..<1] + sortedProbs[.ellipsis, ..<1]
        let dropped = (massAbove .>= topP * totalMass).sum(axis: -1, keepDims: true)
        let threshold = takeAlong(sortedLogprobs, dropped, axis: -1)
        return which(logprobs .< threshold, impossible(logprobs.dtype), logprobs)
    }

    /// `apply_top_k`: all but the most probable become -inf.
    static func mostProbable(_ logprobs: MLXArray, topK: Int) -> MLXArray {
        let others = argPartition(-logprobs, kth: topK - 1, axis: -1)[.ellipsis, topK...]
        return putAlong(logprobs, others, values: impossible(logprobs.dtype), axis: -1)
    }

    /// `categorical_sampling`.
    static func draw(_ logprobs: MLXArray, temperature: Double) -> MLXArray {
        MLXRandom.categorical(logprobs * (1 / temperature))
    }

    private static func impossible(_ dtype: DType) -> MLXArray {
        MLXArray(-Float.infinity).asType(dtype)
    }
}
