import MLX
import OrderedCollections

/// Changes the scores of the next token by what came before.
///
/// Source: `make_logits_processors` (mlx_lm/sample_utils.py, mlx_vlm/sample_utils.py).
public enum LogitsProcessor: Equatable, Sendable {
    /// Adds to the scores of some tokens.
    case bias(OrderedDictionary<Int, Double>)
    /// Makes the scores of recent tokens less, by a factor (arXiv 1909.05858).
    case repetition(penalty: Double, context: Int)
    /// Subtracts from the scores of recent tokens.
    case presence(penalty: Double, context: Int)
    /// Subtracts from the scores of recent tokens, once for each time.
    case frequency(penalty: Double, context: Int)

    /// The processed scores.
    ///
    /// - Parameters:
    ///   - logits: scores of the next token [1, V]; the array is used up.
    ///   - tokens: all tokens so far [n].
    public func callAsFunction(_ logits: MLXArray, after tokens: MLXArray) -> MLXArray {
        switch self {
        case .bias(let biases):
            return logits.at[0..., MLXArray(biases.keys.map(Int32.init))]
                .add(MLXArray(biases.values.map(Float.init)))
        case .repetition(let penalty, let context):
            let recent = recent(tokens, context)
            let scores = logits[0..., recent]
            logits[0..., recent] = which(scores .< 0, scores * penalty, scores / penalty)
            return logits
        case .presence(let penalty, let context):
            let recent = recent(tokens, context)
            logits[0..., recent] = logits[0..., recent] - penalty
            return logits
        case .frequency(let penalty, let context):
            return logits.at[0..., recent(tokens, context)].subtract(penalty)
        }
    }

    private func recent(_ tokens: MLXArray, _ context: Int) -> MLXArray {
        // Python's `tokens[-0:]` is everything.
        context == 0 ? tokens : tokens[(-context)...]
    }
}

/// Penalties and biases as a user asks for them.
public struct LogitsOptions: Equatable, Sendable {
    /// Added to the scores of these tokens.
    public var bias: OrderedDictionary<Int, Double> = [:]
    /// The factor for repeated tokens; nil and 0 are none, 1 changes nothing.
    public var repetitionPenalty: Double?
    /// How many tokens back a repetition counts.
    public var repetitionContext = 20
    /// What is subtracted from tokens that occurred.
    public var presencePenalty: Double?
    /// How many tokens back an occurrence counts.
    public var presenceContext = 20
    /// What is subtracted for each time that a token occurred.
    public var frequencyPenalty: Double?
    /// How many tokens back each time counts.
    public var frequencyContext = 20

    /// No penalties.
    public init() {}

    /// What is asked for, in the packages' order.
    public var processors: [LogitsProcessor] {
        func asked(_ penalty: Double?) -> Double? { penalty == 0 ? nil : penalty }
        return [
            bias.isEmpty ? nil : .bias(bias),
            asked(repetitionPenalty).map { .repetition(penalty: $0, context: repetitionContext) },
            asked(presencePenalty).map { .presence(penalty: $0, context: presenceContext) },
            asked(frequencyPenalty).map { .frequency(penalty: $0, context: frequencyContext) },
        ].compactMap { $0 }
    }

    /// Checks the ranges.
    ///
    /// - Throws: ``ModelRuntimeError`` that names the option.
    public func validate() throws {
        if let repetitionPenalty, !(repetitionPenalty >= 0 && repetitionPenalty.isFinite) {
            throw ModelRuntimeError.input(
                "repetition-penalty: \(repetitionPenalty) is negative or no number")
        }
        for (option, penalty) in [
            ("presence-penalty", presencePenalty), ("frequency-penalty", frequencyPenalty),
        ] {
            if let penalty, !penalty.isFinite {
                throw ModelRuntimeError.input("\(option): \(penalty) is no number")
            }
        }
        for (option, context) in [
            ("repetition-context-size", repetitionContext),
            ("presence-context-size", presenceContext),
            ("frequency-context-size", frequencyContext),
        ] where context < 0 {
            throw ModelRuntimeError.input("\(option): \(context) is negative")
        }
        if let (token, value) = bias.first(where: { $0.key < 0 || !$0.value.isFinite }) {
            throw ModelRuntimeError.input("logit-bias: \(token): \(value) is no token and number")
        }
    }
}
