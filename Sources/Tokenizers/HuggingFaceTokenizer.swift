#if os(Linux)
    import EmbeddedPython
    import FileFormats
    import Foundation
    import ModelRuntime
    import Synchronization

    /// A checkpoint's tokenizer by the same `tokenizers` and `jinja2` packages that the Python
    /// reference uses, so that token ids are equal by construction.
    public final class HuggingFaceTokenizer: Tokenizer {
        public let eosTokenId: Int?
        public let bosToken: String?
        public let hasChatTemplate: Bool
        public let chatTemplate: String?

        private let backend: PythonObject
        private let directory: CheckpointDirectory
        private let strategy: Strategy
        /// The bytes of the tokens that a detokenizer has met.
        private let pieces = Mutex<[Int: [UInt8]]>([:])

        private enum Strategy: String {
            /// Pieces spell bytes with GPT-2's alphabet.
            case bytes
            /// Pieces are text with U+2581 for a space, and `<0x0A>` for a byte.
            case pieces
            /// The same, with one space at the beginning that does not count.
            case trimmedPieces = "trimmed pieces"
            /// Anything else.
            case window
        }

        /// Reads `tokenizer.json`, `tokenizer_config.json`, `special_tokens_map.json` and
        /// `chat_template.jinja`. Where the checkpoint has a processor, its `chat_template.json` comes
        /// before all other templates, as mlx-vlm reads it.
        ///
        /// - Throws: ``ModelRuntimeError`` if `tokenizer.json` is missing or a file is malformed.
        public init(_ directory: CheckpointDirectory) throws {
            guard directory.contains("tokenizer.json") else {
                throw ModelRuntimeError.input("tokenizer.json is missing in \(directory.url.path)")
            }
            self.directory = directory
            (backend, strategy, bosToken, eosTokenId, chatTemplate, hasChatTemplate) =
                try Self.readable(
                    "the tokenizer in \(directory.url.path) cannot be read"
                ) {
                    let python = try PythonInterpreter.shared
                    _ = try python.requiredEnvironment()
                    return try python.withGIL {
                        let module = try Self.module.get()
                        let backend = try module.callMethod(
                            "CheckpointTokenizer", directory.url.path)
                        let special = try [String: String](backend.attribute("special_tokens"))
                        let name = try String(backend.callMethod("detokenizer"))
                        let eos = try special["eos_token"].map {
                            try backend.callMethod("token_id", $0)
                        }
                        return (
                            backend, Strategy(rawValue: name) ?? .window, special["bos_token"],
                            try eos.flatMap { try Int?($0) },
                            try String?(backend.callMethod("default_template")),
                            try backend.attribute("templates").count > 0
                        )
                    }
                }
        }

        public func encode(_ text: String, addSpecialTokens: Bool) throws -> [Int] {
            try Self.readable("the text cannot be encoded") {
                try [Int](backend.callMethod("encode", text, addSpecialTokens))
            }
        }

        public func decode(_ tokens: [Int], skipSpecialTokens: Bool) throws -> String {
            try Self.readable("the tokens cannot be decoded") {
                try String(backend.callMethod("decode", tokens, skipSpecialTokens))
            }
        }

        public func tokenId(of token: String) throws -> Int? {
            try Self.readable("the token cannot be looked up") {
                try Int?(backend.callMethod("token_id", token))
            }
        }

        public func applyChatTemplate(
            _ messages: [ChatMessage], tools: [OrderedJSON]?, addGenerationPrompt: Bool,
            context: [String: OrderedJSON]
        ) throws -> String {
            guard hasChatTemplate else {
                throw ModelRuntimeError.input("there is no chat template in \(directory.url.path)")
            }
            let context = context.sorted { $0.key < $1.key }
            return try Self.readable("the chat template in \(directory.url.path) failed") {
                try String(
                    backend.callMethod(
                        "render", OrderedJSON.array(messages.map(\.json)).text(),
                        (tools.map { OrderedJSON.array($0) } ?? .null).text(), addGenerationPrompt,
                        OrderedJSON.object(.init(uniqueKeysWithValues: context)).text()))
            }
        }

        public func makeDetokenizer() -> any StreamingDetokenizer {
            switch strategy {
            case .bytes, .pieces, .trimmedPieces:
                ByteDetokenizer(trimsLeadingSpace: strategy == .trimmedPieces) { [self] token in
                    try bytes(of: token)
                }
            case .window:
                WindowDetokenizer { [self] tokens in try decode(tokens, skipSpecialTokens: false) }
            }
        }

        private func bytes(of token: Int) throws -> [UInt8] {
            if let known = pieces.withLock({ $0[token] }) { return known }
            let piece = try Self.readable("the token \(token) cannot be decoded") {
                try String(backend.callMethod("piece", token))
            }
            let bytes =
                strategy == .bytes ? ByteAlphabet.bytes(of: piece) : Self.bytes(ofPiece: piece)
            pieces.withLock { $0[token] = bytes }
            return bytes
        }

        static func bytes(ofPiece piece: String) -> [UInt8] {
            let utf8 = Array(piece.utf8)
            if utf8.count == 6, piece.hasPrefix("<0x"), piece.hasSuffix(">"),
                let byte = UInt8(String(decoding: utf8[3..<5], as: UTF8.self), radix: 16)
            {
                return [byte]
            }
            return Array(
                piece.unicodeScalars.map { $0 == "\u{2581}" ? " " : String($0) }.joined().utf8)
        }

        private static let module = Result {
            try PythonInterpreter.shared.makeModule(
                source: CheckpointTokenizerModule.source, name: "checkpoint_tokenizer",
                path: "checkpoint_tokenizer.py")
        }

        private static func readable<Value>(
            _ activity: String, _ body: () throws -> Value
        ) throws -> Value {
            do {
                return try body()
            } catch let error as PythonError {
                throw ModelRuntimeError.input("\(activity): \(error.message)")
            } catch let error as PythonStartError {
                throw ModelRuntimeError.unsupported(error.description)
            }
        }
    }
#endif
