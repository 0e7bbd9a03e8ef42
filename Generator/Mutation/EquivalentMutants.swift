import Foundation
import Yams

/// The faults that make no difference, each with the reason: `Equivalent.yml`.
public struct EquivalentMutants: Sendable {
    /// A fault that makes no difference.
    struct Entry: Sendable, Decodable {
        /// `LlamaAttention.callAsFunction`
        let function: String
        /// A part of what the code says with the fault, and not without it.
        let becomes: String
        /// Why nothing can differ.
        let because: String

        func describes(_ mutant: Mutant) -> Bool {
            mutant.function == function && mutant.changed.contains(becomes)
                && !mutant.original.contains(becomes)
        }
    }

    let entries: [Entry]

    /// - Throws: where the list is missing, or is none.
    public init() throws {
        guard let file = Bundle.module.url(forResource: "Equivalent", withExtension: "yml") else {
            throw CocoaError(.fileNoSuchFile)
        }
        try self.init(yaml: String(contentsOf: file, encoding: .utf8))
    }

    init(yaml: String) throws {
        entries = try YAMLDecoder().decode([Entry].self, from: yaml)
    }

    /// Why a fault makes no difference; nil if it should make one.
    public func reason(for mutant: Mutant) -> String? {
        entries.first { $0.describes(mutant) }?.because
    }
}
