import Foundation
import MLX

/// What the script beside this file says of files: the other side of every round trip.
enum PythonFiles {
    /// An array by its bytes in C order.
    struct Contents: Codable, Equatable {
        var dtype: String
        var shape: [Int]
        var bytes: String

        init(_ array: MLXArray) {
            dtype = "\(array.dtype)"
            shape = array.shape
            let digits = Array("0123456789abcdef".utf8)
            bytes = String(
                decoding: array.asData(access: .copy).data.flatMap {
                    [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
                }, as: UTF8.self)
        }
    }

    /// A metadata value.
    enum Metadata: Codable, Equatable {
        case text(String)
        case texts([String])
        case array(Contents)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let texts = try? container.decode([String].self) {
                self = .texts(texts)
            } else {
                self = .array(try container.decode(Contents.self))
            }
        }

        init(_ value: GGUFMetadata) {
            self =
                switch value {
                case .text(let text): .text(text)
                case .texts(let texts): .texts(texts)
                case .array(let array): .array(Contents(array))
                }
        }
    }

    /// A file's contents, or why Python cannot read it.
    struct File: Codable {
        var arrays: [String: Contents]?
        var metadata: [String: Metadata]?
        var error: String?
    }

    /// Lets Python write files of every kind into a folder.
    static func write(to folder: URL) throws -> [String: File] {
        try run(["write", folder.path])
    }

    /// What Python reads from files, by their names.
    static func read(_ files: [URL]) throws -> [String: File] {
        try run(["read"], input: files.map(\.path).joined(separator: "\n"))
    }

    private static func run(_ arguments: [String], input: String = "") throws -> [String: File] {
        try LocalPython.json([String: File].self, script: "Files/Python/files.py", arguments, input)
    }
}
