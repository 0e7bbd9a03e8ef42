/// How a token is drawn from log-probabilities. The defaults restrict nothing and take the most
/// probable token.
///
/// Source: `make_sampler` (mlx_lm/sample_utils.py, mlx_vlm/sample_utils.py).
public struct SamplingParameters: Equatable, Sendable {
    /// The temperature; 0 takes the most probable token, whatever else is set.
    public var temperature = 0.0
    /// Keeps the smallest set of tokens whose probabilities sum to this; 0 and 1 keep all.
    public var topP = 1.0
    /// Drops tokens less probable than this share of the most probable one's probability; 0 keeps all.
    public var minP = 0.0
    /// How many tokens `minP` keeps at least.
    public var minTokensToKeep = 1
    /// Keeps this many of the most probable tokens; 0 keeps all.
    public var topK = 0
    /// Keeps the tokens within this many standard deviations of the best score; 0 keeps all. mlx-vlm's.
    public var topNSigma = 0.0
    /// Drops tokens less probable than the chance that two draws agree. mlx-vlm's.
    public var isPLess = false
    /// Keeps the tokens of the most typical surprise whose probabilities sum to this; 1 keeps all.
    /// mlx-vlm's.
    public var typicalP = 1.0
    /// How often all but the least probable of the likely tokens are excluded (XTC).
    public var xtcProbability = 0.0
    /// From which probability on a token is likely to XTC.
    public var xtcThreshold = 0.0
    /// Tokens that XTC never excludes: the end of a text, line breaks.
    public var xtcSpecialTokens: [Int] = []

    /// The most probable token.
    public init() {}

    /// Checks the ranges that the packages check, and that numbers are numbers.
    ///
    /// - Throws: ``ModelRuntimeError`` that names the option.
    public func validate() throws {
        func require(_ holds: Bool, _ option: String, _ value: Any, _ rule: String) throws {
            guard holds else { throw ModelRuntimeError.input("\(option): \(value) \(rule)") }
        }
        try require(
            temperature >= 0 && temperature.isFinite, "temperature", temperature,
            "is negative or no number")
        try require((0...1).contains(topP), "top-p", topP, "is not between 0 and 1")
        try require((0...1).contains(minP), "min-p", minP, "is not between 0 and 1")
        try require(
            minTokensToKeep > 0, "min-tokens-to-keep", minTokensToKeep, "is not above 0")
        try require(topK >= 0, "top-k", topK, "is negative")
        try require(
            topNSigma >= 0 && topNSigma.isFinite, "top-n-sigma", topNSigma,
            "is negative or no number")
        try require(
            0 < typicalP && typicalP <= 1, "typical-p", typicalP, "is not above 0 and at most 1")
        try require(
            (0...1).contains(xtcProbability), "xtc-probability", xtcProbability,
            "is not between 0 and 1")
        try require(
            (0...0.5).contains(xtcThreshold), "xtc-threshold", xtcThreshold,
            "is not between 0 and 0.5")
    }
}
