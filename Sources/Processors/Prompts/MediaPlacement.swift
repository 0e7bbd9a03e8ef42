import FileFormats

/// Where a family's messages speak of pictures and sounds: mlx-vlm's `MODEL_CONFIG` and
/// `MessageFormatter` (`prompt_utils.py`).
public enum MediaPlacement: Equatable, Sendable {
    /// As parts of a list, for the chat template to write; pictures before the text or after it.
    case parts(imagesFirst: Bool, soundsFirst: Bool, assistantsAreText: Bool)
    /// As a mark after the text.
    case markAfterText(String)
    /// As a mark before the text; only the last message counts, and no template is applied.
    case markBeforePrompt(String)

    /// The placement of a family; nil if it is not one of those here.
    init?(modelType: String) {
        switch modelType {
        case "gemma3n", "pixtral":
            self = .parts(imagesFirst: true, soundsFirst: false, assistantsAreText: true)
        case "qwen2_vl":
            self = .parts(imagesFirst: false, soundsFirst: false, assistantsAreText: false)
        case "qwen2_5_vl", "idefics3", "smolvlm":
            self = .parts(imagesFirst: true, soundsFirst: true, assistantsAreText: false)
        case "gemma3": self = .markAfterText("<start_of_image>")
        case "paligemma": self = .markBeforePrompt("<image>")
        default: return nil
        }
    }

    /// A message's content with its pictures and sounds.
    ///
    /// - Parameters:
    ///   - content: a text, or a list of parts of which some may stand for pictures.
    ///   - role: who speaks; only a user has pictures and sounds.
    ///   - images: how many pictures the message has, those among the parts included.
    ///   - sounds: how many sounds.
    public func content(
        _ content: OrderedJSON, role: String, images: Int, sounds: Int
    ) -> OrderedJSON {
        let isUser = role == "user"
        let hasImages = isUser && images > 0
        let parts = MessagePart.parts(of: content, withImages: hasImages)
        let missing = hasImages ? max(images - parts.count(where: \.isImage), 0) : 0
        switch self {
        case .parts(let imagesFirst, let soundsFirst, let assistantsAreText):
            if assistantsAreText, role == "assistant", case .text(let text)? = parts.first {
                return .string(text)
            }
            let added = [MessagePart](repeating: .image, count: missing)
            var all = imagesFirst ? added + parts : parts + added
            let recorded = [MessagePart](repeating: .sound, count: isUser ? sounds : 0)
            all = soundsFirst ? recorded + all : all + recorded
            return .array(all.map(\.json))
        case .markAfterText(let mark):
            let text = parts.map { $0.text(mark) }.joined()
            return .string(text + String(repeating: mark, count: missing))
        case .markBeforePrompt(let mark):
            return .string(
                String(repeating: mark, count: isUser ? images : 0) + MessagePart.text(of: content))
        }
    }

    /// How many pictures a message's own parts stand for.
    public static func imageCount(in content: OrderedJSON) -> Int {
        content.array?.count { MessagePart.isImage($0) } ?? 0
    }
}

/// A part of a message's content.
private enum MessagePart {
    case text(String)
    case image
    case sound

    var isImage: Bool { if case .image = self { true } else { false } }

    /// The part as a template sees it.
    var json: OrderedJSON {
        switch self {
        case .text(let text):
            ["type": "text", "text": .string(text), "content": .string(text)]
        case .image: ["type": "image"]
        case .sound: ["type": "audio"]
        }
    }

    func text(_ mark: String) -> String {
        switch self {
        case .text(let text): text
        case .image: mark
        case .sound: ""
        }
    }

    static func isImage(_ part: OrderedJSON) -> Bool {
        ["image", "image_url", "input_image"].contains(part["type"]?.string)
    }

    private static func text(ofPart part: OrderedJSON) -> String? {
        guard ["text", "input_text", "output_text"].contains(part["type"]?.string) else {
            return nil
        }
        let texts = [part["text"]?.string, part["content"]?.string].compactMap { $0 }
        return texts.first { !$0.isEmpty }
    }

    /// The text of a content without its pictures.
    static func text(of content: OrderedJSON) -> String {
        if let text = content.string { return text }
        let texts = content.array?.compactMap(text(ofPart:)) ?? []
        return texts.joined(separator: " ").trimming { $0.isWhitespace }
    }

    static func parts(of content: OrderedJSON, withImages: Bool) -> [MessagePart] {
        guard let parts = content.array, withImages, parts.contains(where: isImage) else {
            return [.text(text(of: content))]
        }
        return parts.compactMap { part in
            isImage(part) ? .image : text(ofPart: part).map { .text($0) }
        }
    }
}

extension String {
    /// Without the characters at both ends that a condition holds for.
    fileprivate func trimming(_ isOut: (Character) -> Bool) -> String {
        String(drop(while: isOut).reversed().drop(while: isOut).reversed())
    }
}
