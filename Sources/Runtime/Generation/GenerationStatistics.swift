import Foundation

/// What a generation took.
public struct GenerationStatistics: Equatable, Sendable {
    /// The prompt's length in tokens.
    public var promptTokens: Int
    /// Seconds until the first token.
    public var promptTime: Double
    /// The tokens generated, the one that ends the text included.
    public var generationTokens: Int
    /// Seconds from the first token to the last.
    public var generationTime: Double
    /// The engine's highest memory use so far, in bytes.
    public var peakMemory: Int

    /// Prompt tokens a second.
    public var promptTokensPerSecond: Double {
        promptTime > 0 ? Double(promptTokens) / promptTime : 0
    }

    /// Generated tokens a second.
    public var generationTokensPerSecond: Double {
        generationTime > 0 ? Double(generationTokens) / generationTime : 0
    }

    /// The three lines that mlx-lm and mlx-vlm print, word for word.
    public var lines: [String] {
        [
            "Prompt: \(promptTokens) tokens, \(format(promptTokensPerSecond)) tokens-per-sec",
            "Generation: \(generationTokens) tokens, "
                + "\(format(generationTokensPerSecond)) tokens-per-sec",
            "Peak memory: \(format(Double(peakMemory) / 1e9)) GB",
        ]
    }

    private func format(_ number: Double) -> String { String(format: "%.3f", number) }
}
