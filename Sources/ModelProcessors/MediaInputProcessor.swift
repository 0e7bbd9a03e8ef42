import Foundation
import Media
import ModelRuntime
import OrderedCollections
import Processors

/// Turns conversations with pictures and sounds into token ids and tensors, as mlx-vlm's `prepare_inputs`
/// does with the processor of a family.
public struct MediaInputProcessor: UserInputProcessor {
    private let format: PromptFormat
    private let files: ProcessorFiles

    /// The processor of a checkpoint.
    ///
    /// - Throws: ``ModelRuntimeError`` if one of its files is malformed.
    public init(_ directory: CheckpointDirectory, _ format: PromptFormat) throws {
        files = try readable { () throws(ProcessorError) in try ProcessorFiles(in: directory.url) }
        var format = format
        // The families' processors give the template that they find to their tokenizer.
        format.isTemplateTheTokenizers = files.describeImages
        self.format = format
    }

    /// The prompt of a conversation. One without pictures and sounds is prepared as text.
    ///
    /// - Throws: ``ModelRuntimeError`` for media that cannot be read, that the model does not take, or that
    ///   the prompt has no place for.
    public func prepare(_ input: UserInput, tokenizer: any Tokenizer) throws -> PreparedInput {
        var prepared = try prompt(of: input, tokenizer: tokenizer)
        for token in MediaProcessor.stopTokens(modelType: format.modelType) {
            if let id = try tokenizer.tokenId(of: token) { prepared.stopTokens.insert(id) }
        }
        return prepared
    }

    private func prompt(of input: UserInput, tokenizer: any Tokenizer) throws -> PreparedInput {
        guard input.videos.isEmpty else {
            throw ModelRuntimeError.unsupported("films are not supported")
        }
        guard !input.images.isEmpty || !input.audio.isEmpty else {
            return try TextInputProcessor(format).prepare(input, tokenizer: tokenizer)
        }
        let processor = try readable { () throws(ProcessorError) in
            try MediaProcessor(modelType: format.modelType, files, bos: tokenizer.bosToken)
        }
        var tensors: OrderedTensors = [:]
        let layouts = try pictures(input, processor, &tensors)
        try sounds(input, processor, &tensors)
        let prompt = try prompt(input, processor, tokenizer)
        let expanded = try readable { () throws(ProcessorError) in
            try processor.expansion.expanded(
                prompt, images: layouts, sounds: input.audio.count)
        }
        // The families' processors do not pass on whether special tokens are wanted, and they are added.
        let tokens = try tokenizer.encode(expanded, addSpecialTokens: true)
        if let types = try types(of: tokens, processor, tokenizer) {
            tensors["token_type_ids"] = types
        }
        return PreparedInput(tokens: tokens, inputs: ModelInputs(tensors))
    }

    // MARK: Tensors

    private func pictures(
        _ input: UserInput, _ processor: MediaProcessor, _ tensors: inout OrderedTensors
    ) throws -> [ImageLayout] {
        if input.images.isEmpty { return [] }
        if let limit = processor.imageLimit, input.images.count > limit {
            throw ModelRuntimeError.unsupported(
                "the model \"\(format.modelType)\" takes \(limit) picture, and"
                    + " \(input.images.count) were given")
        }
        let pictures = try sources(input.images, "picture").map { source in
            let picture = try readable { () throws(MediaError) in try Picture(source) }
            guard let frame = input.imageFrame else { return picture }
            return try readable { () throws(ProcessorError) in
                try picture.fitted(width: frame.width, height: frame.height)
            }
        }
        let features = try readable { () throws(ProcessorError) in
            try processor.images.features(of: pictures)
        }
        tensors.merge(features.tensors) { $1 }
        return features.layouts
    }

    private func sounds(
        _ input: UserInput, _ processor: MediaProcessor, _ tensors: inout OrderedTensors
    ) throws {
        if input.audio.isEmpty { return }
        guard let extractor = processor.sounds else {
            throw ModelRuntimeError.unsupported(
                "the model \"\(format.modelType)\" takes no recordings, and \(input.audio.count)"
                    + " of them " + (input.audio.count == 1 ? "was" : "were") + " given")
        }
        let sounds = try sources(input.audio, "recording").map { source in
            let sound = try readable { () throws(MediaError) in try Sound(source) }
            return try readable { () throws(ProcessorError) in try extractor.prepared(sound) }
        }
        let features = try readable { () throws(ProcessorError) in
            try extractor.features(of: sounds)
        }
        tensors.merge(features) { $1 }
    }

    private func sources(_ media: [UserInput.Media], _ kind: String) throws -> [MediaSource] {
        try media.enumerated().map { index, media in
            switch media {
            case .file(let url):
                try readable { () throws(MediaError) in try MediaSource(contentsOf: url) }
            case .data(let data): MediaSource(data, name: "\(kind) \(index + 1)")
            }
        }
    }

    private func types(
        of tokens: [Int], _ processor: MediaProcessor, _ tokenizer: any Tokenizer
    ) throws -> PlainTensor? {
        guard let types = processor.expansion.tokenTypes else { return nil }
        var typesOfIds: [Int: Int64] = [:]
        for (token, type) in types {
            guard let id = try tokenizer.tokenId(of: token) else {
                throw ModelRuntimeError.input("the vocabulary has no token \(token)")
            }
            typesOfIds[id] = Int64(type)
        }
        return PlainTensor([1, tokens.count], .int64(tokens.map { typesOfIds[$0] ?? 0 }))
    }

    // MARK: The prompt

    private func prompt(
        _ input: UserInput, _ processor: MediaProcessor, _ tokenizer: any Tokenizer
    ) throws -> String {
        let messages = try placed(input, processor.placement)
        if case .markBeforePrompt = processor.placement {
            return messages.last?.content.string ?? ""
        }
        guard tokenizer.hasChatTemplate, input.usesChatTemplate else {
            throw ModelRuntimeError.input(
                "without a chat template there is no place for pictures and recordings")
        }
        let context: [String: OrderedJSON] = ["enable_thinking": false]
        return try tokenizer.applyChatTemplate(
            messages, tools: input.tools.isEmpty ? nil : input.tools, addGenerationPrompt: true,
            context: context.merging(input.templateContext) { $1 })
    }

    /// The messages with their media: those that no message speaks of go to the last of the user's.
    private func placed(
        _ input: UserInput, _ placement: MediaPlacement
    ) throws -> [ChatMessage] {
        let last = input.messages.lastIndex { $0.role == "user" }
        var images = input.messages.map { message in
            ["system", "assistant"].contains(message.role)
                ? 0 : MediaPlacement.imageCount(in: message.content)
        }
        let rest = max(input.images.count - images.reduce(0, +), 0)
        guard let last else {
            throw ModelRuntimeError.input("no message of a user's is there for the media")
        }
        images[last] += rest
        return zip(input.messages.indices, input.messages).map { index, message in
            let isCall =
                message.role == "tool" || message.fields["tool_calls"] != nil
                || message.fields["tool_call_id"] != nil
            if isCall { return message }
            var message = message
            message.content = placement.content(
                message.content, role: message.role, images: images[index],
                sounds: index == last ? input.audio.count : 0)
            return message
        }
    }
}

extension ProcessorType {
    /// The processors of the families whose pictures and sounds can be prepared, for a `ModelFactory`.
    public static let media: [ProcessorType] = MediaProcessor.modelTypes.map { name in
        ProcessorType(name, .mlxVLM) { try MediaInputProcessor($0, $1) }
    }
}

/// Runs what may fail with a plain error, and says that error in the runtime's way.
private func readable<Result, Failure: LocalizedError>(
    _ body: () throws(Failure) -> Result
) throws -> Result {
    do {
        return try body()
    } catch {
        throw ModelRuntimeError.input(error.errorDescription ?? "\(error)")
    }
}
