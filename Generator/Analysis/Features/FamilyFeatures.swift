import Foundation
import PythonSyntax
import Yams

/// Something that sets a family apart, with the first place in the source that says so.
public struct FamilyFeature: Codable, Hashable, Sendable {
    /// `qk-norm`
    public let flag: String
    /// `Attention`, or the module's file if no class says it.
    public let owner: String
    /// `language.py:20`
    public let place: String
}

/// The rules that find features, read once.
public struct FeatureRules: Sendable {
    private let rules: [Rule]

    /// The built-in rules.
    ///
    /// - Throws: what reading and decoding the rules throws.
    public static func builtIn() throws -> FeatureRules {
        guard let file = Bundle.module.url(forResource: "FeatureRules", withExtension: "yml") else {
            throw CocoaError(.fileNoSuchFile)
        }
        return try FeatureRules(yaml: String(contentsOf: file, encoding: .utf8))
    }

    /// Reads rules.
    ///
    /// - Throws: what the YAML decoder throws, and the error of a pattern that is none.
    public init(yaml: String) throws {
        rules = try YAMLDecoder().decode([Row].self, from: yaml).map(Rule.init)
    }

    /// The features of some modules, in the order of the rules.
    public func features(of modules: [ParsedModule]) -> [FamilyFeature] {
        let facts = modules.flatMap(ClassFacts.all)
        return rules.compactMap { rule in
            let patterns = rule.compiled
            for fact in facts where rule.kind == .family || fact.kinds.contains(rule.kind) {
                guard let line = fact.firstLine(matching: patterns) else { continue }
                return FamilyFeature(
                    flag: rule.flag, owner: fact.name, place: "\(fact.fileName):\(line)")
            }
            return nil
        }
    }

    private struct Row: Decodable {
        let flag: String
        let kind: ClassFacts.Kind
        let calls: [String]?
        let makes: [String]?
        let names: [String]?
        let parameters: [String]?
        let keywords: [String]?
        let slices: [String]?
        let sums: [String]?

        enum CodingKeys: String, CodingKey {
            case flag, calls, makes, names, parameters, keywords, slices, sums
            case kind = "in"
        }
    }

    private struct Rule: Sendable {
        let flag: String
        let kind: ClassFacts.Kind
        let patterns: [ClassFacts.Fact: [String]]

        init(_ row: Row) throws {
            flag = row.flag
            kind = row.kind
            patterns = [
                .call: row.calls ?? [], .made: row.makes ?? [], .name: row.names ?? [],
                .parameter: row.parameters ?? [], .keyword: row.keywords ?? [],
                .slice: row.slices ?? [], .sum: row.sums ?? [],
            ].filter { !$0.value.isEmpty }
            for pattern in patterns.values.joined() { _ = try Regex(pattern) }
        }

        /// The patterns, ready to match: a compiled one cannot be kept in a value that is sent.
        var compiled: [(fact: ClassFacts.Fact, pattern: Regex<AnyRegexOutput>)] {
            patterns.flatMap { fact, texts in
                texts.compactMap { text in (try? Regex(text)).map { (fact, $0) } }
            }
        }
    }
}

extension ClassFacts {
    /// The first line on which one of the patterns matches.
    fileprivate func firstLine(
        matching patterns: [(fact: Fact, pattern: Regex<AnyRegexOutput>)]
    ) -> Int? {
        patterns.flatMap { fact, pattern in
            entries[fact, default: [:]].compactMap { text, line in
                (try? pattern.wholeMatch(in: text)) != nil ? line : nil
            }
        }.min()
    }
}
