import Foundation

/// What a user says to a model: a conversation, the tools that the model may call, and media.
public struct UserInput: Sendable {
    /// A picture, a recording or a film that goes with a conversation.
    public enum Media: Equatable, Sendable {
        /// A file.
        case file(URL)
        /// The bytes of a file.
        case data(Data)
    }

    /// A width and a height, in pixels.
    public struct Frame: Equatable, Sendable {
        public var width: Int
        public var height: Int

        /// A frame.
        public init(width: Int, height: Int) { (self.width, self.height) = (width, height) }
    }

    /// What has been said, the last turn the one to answer.
    public var messages: [ChatMessage]
    /// The schemas of the tools, as chat templates take them.
    public var tools: [OrderedJSON]
    /// Pictures, in the order in which the conversation speaks of them.
    public var images: [Media]
    /// What pictures are resized to fit before the model's processor sees them, larger and smaller ones, in
    /// proportion; nil leaves them as they are.
    public var imageFrame: Frame?
    /// Recordings, in the order in which the conversation speaks of them.
    public var audio: [Media]
    /// Films, likewise.
    public var videos: [Media]
    /// Further variables of the chat template.
    public var templateContext: [String: OrderedJSON]
    /// Whether the checkpoint's chat template is applied where there is one.
    public var usesChatTemplate = true

    /// A conversation.
    public init(
        _ messages: [ChatMessage], tools: [OrderedJSON] = [], images: [Media] = [],
        audio: [Media] = [], videos: [Media] = [], templateContext: [String: OrderedJSON] = [:]
    ) {
        self.messages = messages
        self.tools = tools
        self.images = images
        self.audio = audio
        self.videos = videos
        self.templateContext = templateContext
    }

    /// One question.
    public init(_ prompt: String, images: [Media] = [], audio: [Media] = []) {
        self.init([.user(prompt)], images: images, audio: audio)
    }
}
