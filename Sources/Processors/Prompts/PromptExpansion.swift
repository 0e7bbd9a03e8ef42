/// Puts into a prompt the tokens that pictures and sounds stand in for, where it has marks for them.
public protocol PromptExpansion: Sendable {
    /// The prompt with all tokens.
    ///
    /// - Parameters:
    ///   - prompt: a conversation that the chat template has written.
    ///   - images: how each picture was laid out.
    ///   - sounds: how many sounds there are.
    /// - Throws: ``ProcessorError`` if the prompt has more marks or fewer.
    func expanded(
        _ prompt: String, images: [ImageLayout], sounds: Int
    ) throws(ProcessorError) -> String

    /// The types of tokens by the tokens' texts, 0 for all others; nil where the model takes no
    /// `token_type_ids`.
    var tokenTypes: [String: Int]? { get }
}

extension PromptExpansion {
    /// None.
    public var tokenTypes: [String: Int]? { nil }
}

extension String {
    /// The text with another in the place of each mark.
    ///
    /// - Parameters:
    ///   - mark: what stands for a medium.
    ///   - kind: what the media are called in a message.
    ///   - replacements: a text for each mark, in order.
    /// - Throws: ``ProcessorError`` if there are not as many marks.
    func replacingMarks(
        _ mark: String, of kind: String, with replacements: [String]
    ) throws(ProcessorError) -> String {
        let parts = parts(between: mark)
        guard parts.count == replacements.count + 1 else {
            throw ProcessorError(
                "the prompt has \(parts.count - 1) places for \(kind), and \(replacements.count)"
                    + " were given")
        }
        return zip(parts, replacements + [""]).map { $0 + $1 }.joined()
    }

    /// What lies between marks. Python compares code points, not what they look like together.
    func parts(between mark: String) -> [String] {
        unicodeScalars.split(separator: mark.unicodeScalars, omittingEmptySubsequences: false)
            .map { String($0) }
    }

    /// The text several times.
    static func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
}
