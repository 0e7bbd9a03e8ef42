import Foundation

/// A family's definition as text, to be run in another size.
public struct DefinitionText: Equatable, Sendable {
    /// The YAML.
    public var text: String

    public init(text: String) { self.text = text }

    /// The value of an entry that is a whole number.
    func number(_ key: String) -> Int? {
        values(of: key).first.flatMap { Int($0) }
    }

    /// The entry with another value; nil if there is no such entry.
    public func setting(_ key: String, to value: String) -> DefinitionText? {
        guard !values(of: key).isEmpty else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            Self.key(of: line) == key
                ? line.prefix { $0 == " " } + "\(key): \(value)" : String(line)
        }
        return DefinitionText(text: lines.joined(separator: "\n"))
    }

    /// The keys of whole numbers that count layers.
    var layerCounts: [String] {
        text.split(separator: "\n").compactMap(Self.key).filter {
            $0.contains("layer") && (number($0) ?? 0) > 1
        }
    }

    /// Fewer layers: a list with one entry for each layer is cut as well.
    func settingLayers(_ key: String, to count: Int) -> DefinitionText? {
        guard let old = number(key), var result = setting(key, to: "\(count)") else { return nil }
        for line in text.split(separator: "\n") {
            guard let key = Self.key(of: line), let list = values(of: key).first,
                list.hasPrefix("["), list.hasSuffix("]")
            else { continue }
            let entries = list.dropFirst().dropLast().split(separator: ",")
            guard entries.count == old else { continue }
            let cut = entries.prefix(count).map { $0.trimmingCharacters(in: .whitespaces) }
            result = result.setting(key, to: "[\(cut.joined(separator: ", "))]") ?? result
        }
        return result
    }

    /// Smaller runs, each with one thing less, the greatest step first.
    var smaller: [DefinitionText] {
        var result: [DefinitionText?] = []
        if let steps = number("decode_steps") {
            for count in [0, 1, 2] where count < steps {
                result.append(setting("decode_steps", to: "\(count)"))
            }
        }
        for key in layerCounts {
            for count in 1..<(number(key) ?? 1) { result.append(settingLayers(key, to: count)) }
        }
        if let length = number("prompt_length") {
            for count in [1, 2, 3, length / 2, length - 1] where (1..<length).contains(count) {
                result.append(setting("prompt_length", to: "\(count)"))
            }
        }
        return result.compactMap(\.self)
    }

    private func values(of key: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            guard Self.key(of: line) == key, let colon = line.firstIndex(of: ":") else {
                return nil
            }
            return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
    }

    private static func key(of line: Substring) -> String? {
        let trimmed = line.drop { $0 == " " }
        guard !trimmed.hasPrefix("#"), let colon = trimmed.firstIndex(of: ":") else { return nil }
        return String(trimmed[..<colon])
    }
}
