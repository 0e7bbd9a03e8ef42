import Foundation
import MLX

/// Chooses the next token from log-probabilities, by the same array operations in the same order as
/// the packages' `make_sampler`, so that a seed gives the same draws.
public struct Sampler: Sendable {
    /// What restricts and shapes the draw.
    public let parameters: SamplingParameters
    private let package: ModelPackage

    /// A sampler as a package makes it: mlx-vlm raises positive temperatures below 0.01 to 0.01.
    public init(_ parameters: SamplingParameters, package: ModelPackage) {
        var parameters = parameters
        if package == .mlxVLM, 0 < parameters.temperature, parameters.temperature < 0.01 {
            parameters.temperature = 0.01
        }
        self.parameters = parameters
        self.package = package
    }

    /// One token for each row.
    ///
    /// - Parameter logprobs: log-probabilities [B, V] of a floating-point type.
    /// - Returns: token ids [B], uint32.
    /// - Throws: ``ModelRuntimeError`` for options that the size of the vocabulary contradicts.
    public func callAsFunction(_ logprobs: MLXArray) throws -> MLXArray {
        guard parameters.temperature != 0 else { return argMax(logprobs, axis: -1) }
        return MLXRandom.categorical(try restricted(logprobs) * (1 / parameters.temperature))
    }

    /// The log-probabilities with every excluded token at -inf.
    func restricted(_ logprobs: MLXArray) throws -> MLXArray {
        let options = parameters
        var logprobs = logprobs
        if package == .mlxVLM {
            if options.topNSigma > 0 {
                logprobs = keepNearBest(logprobs, deviations: options.topNSigma)
            }
            if options.isPLess {
                logprobs = keepAboveCollision(logprobs, temperature: options.temperature)
            }
            if options.typicalP < 1 { logprobs = keepTypical(logprobs, mass: options.typicalP) }
        }
        if 0 < options.topP, options.topP < 1 {
            logprobs = keepNucleus(logprobs, mass: options.topP)
        }
        if options.minP != 0 {
            try requireBelowVocabulary(
                options.minTokensToKeep - 1, "min-tokens-to-keep", options.minTokensToKeep, logprobs
            )
            logprobs = keepAboveShare(
                logprobs, share: options.minP, atLeast: options.minTokensToKeep)
        }
        if options.xtcProbability > 0 {
            if let token = options.xtcSpecialTokens.first(where: { $0 >= logprobs.dim(-1) }) {
                throw ModelRuntimeError.input("xtc-special-token: \(token) is no token")
            }
            logprobs = excludeTopChoices(logprobs, options, over: package == .mlxVLM ? nil : -1)
        }
        if options.topK > 0 {
            try requireBelowVocabulary(options.topK, "top-k", options.topK, logprobs)
            logprobs = keepMostProbable(logprobs, count: options.topK)
        }
        return logprobs
    }

    private func requireBelowVocabulary(
        _ count: Int, _ option: String, _ value: Int, _ logprobs: MLXArray
    ) throws {
        guard count < logprobs.dim(-1) else {
            throw ModelRuntimeError.input(
                "\(option): \(value) is not below the vocabulary's size \(logprobs.dim(-1))")
        }
    }
}
