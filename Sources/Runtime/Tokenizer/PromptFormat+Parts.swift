/// Parts of rendered conversations, as mlx-lm's programs take them.
extension PromptFormat {
    /// A conversation up to the end of its last message (`continue_final_message` of transformers).
    func open(
        _ messages: [ChatMessage], _ render: ([ChatMessage]) throws -> String
    ) throws -> String {
        let tag = "CONTINUE_FINAL_MESSAGE_TAG"
        guard var last = messages.last, let content = last.content.string else {
            throw ModelRuntimeError.input("there is no message to go on with")
        }
        last.content = .string(content + tag + " ")
        let text = try render(messages.dropLast() + [last])
        guard let place = text.ranges(of: tag).last else {
            throw ModelRuntimeError.input(
                "the chat template leaves out the end of the last message")
        }
        let before = text[..<place.lowerBound]
        if text[place.upperBound...].first == " " { return String(before) }
        // The template trims messages.
        return String(before.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// What a conversation adds to the one before its last message, by the place of that message.
    func suffix(
        of messages: [ChatMessage], _ continuesLast: Bool,
        _ render: ([ChatMessage]) throws -> String
    ) throws -> String {
        guard var last = messages.last else { return "" }
        let text = try continuesLast ? open(messages, render) : render(messages)
        last.content = "<query>"
        let probe = Array(messages.dropLast()) + [last]
        let before = try continuesLast ? open(probe, render) : render(probe)
        guard let place = before.firstRange(of: "<query>") else {
            throw ModelRuntimeError.input("the chat template leaves out the last message")
        }
        let count = before.unicodeScalars.distance(
            from: before.startIndex, to: place.lowerBound)
        return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(count)))
    }
}
