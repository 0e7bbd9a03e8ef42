import Foundation
import ModelRuntime

/// Conversations as JSON: `{"messages": [{"role": …, "content": …}, …]}`.
enum ConversationFile {
    /// Writes a conversation, whole or not at all.
    static func write(_ messages: [ChatMessage], to file: String) throws {
        let json: OrderedJSON = ["messages": .array(messages.map(\.json))]
        try AtomicFile.write(Data((json.text(indented: true) + "\n").utf8), to: URL(filePath: file))
    }

    /// Reads a conversation.
    ///
    /// - Throws: ``ModelRuntimeError`` that names the file.
    static func read(_ file: String) throws -> [ChatMessage] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ModelRuntimeError.input("--history: cannot read \(file)")
        }
        guard let messages = try OrderedJSON(parsing: data, file: file)["messages"]?.array else {
            throw ModelRuntimeError.input("\(file) has no list \"messages\"")
        }
        return try messages.enumerated().map { index, message in
            guard var fields = message.object, let role = message["role"]?.string,
                let content = message["content"]
            else {
                throw ModelRuntimeError.input(
                    "\(file): message \(index) has no \"role\" and \"content\"")
            }
            fields["role"] = nil
            fields["content"] = nil
            return ChatMessage(
                role: role, content: content,
                fields: Dictionary(uniqueKeysWithValues: fields.map { ($0.key, $0.value) }))
        }
    }
}
