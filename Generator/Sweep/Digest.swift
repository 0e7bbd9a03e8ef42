import Foundation

/// A short digest of texts, for knowing whether something changed: FNV-1a, 64 bit.
struct Digest {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        state = (state ^ 0xFF) &* 0x0000_0100_0000_01B3
    }

    /// Adds path, size and time of change of every file below a folder.
    mutating func addStamps(below folder: URL) {
        let paths =
            FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        for path in paths.sorted() where !path.hasSuffix(".pyc") {
            addStamp(of: folder.appending(path: path))
        }
    }

    /// Adds path, size and time of change of a file.
    mutating func addStamp(of file: URL) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { return }
        add(file.lastPathComponent)
        add("\(attributes?[.size] ?? 0)")
        add("\((attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)")
    }

    var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    static func of(_ texts: [String]) -> String {
        var digest = Digest()
        for text in texts { digest.add(text) }
        return digest.text
    }
}
