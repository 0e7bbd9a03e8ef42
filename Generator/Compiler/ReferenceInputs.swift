import Analysis

/// What the compiler has to know of the reference runs: how heavy they are, and what their inputs are like.
struct ReferenceRuns: Decodable {
    private let scenes: [Scene]?
    private let inputs: [String: ReferenceInput]?

    private struct Scene: Decodable {
        let heavy: Bool?
        let inputs: [String: ReferenceInput]?
    }

    /// Whether each of the runs takes so long that they are only done where the family is named.
    var areHeavy: Bool {
        guard let scenes, !scenes.isEmpty else { return false }
        return scenes.allSatisfy { $0.heavy == true }
    }

    /// What all runs say of the tensors that they pass beside the tokens, by name.
    var facts: [String: ArrayFacts] {
        let all = [inputs ?? [:]] + (scenes ?? []).map { $0.inputs ?? [:] }
        return all.reduce(into: [:]) { facts, inputs in
            facts.merge(inputs.mapValues(\.facts)) { $0.joined(with: $1) }
        }
    }
}

/// A tensor of a reference run: its shape, or its values row by row.
private struct ReferenceInput: Decodable {
    let facts: ArrayFacts

    private enum CodingKeys: CodingKey { case shape, values, fill, dtype }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let dtype = try fields.decodeIfPresent(String.self, forKey: .dtype)
        if let values = try fields.decodeIfPresent(Values.self, forKey: .values) {
            facts = ArrayFacts(
                kind: dtype.map(ElementKind.init(dtype:)) ?? values.facts.kind,
                rank: values.facts.rank)
            return
        }
        let shape = try fields.decodeIfPresent([Int].self, forKey: .shape)
        let filling = try fields.decodeIfPresent(Values.self, forKey: .fill)
        facts = ArrayFacts(
            kind: dtype.map(ElementKind.init(dtype:)) ?? filling?.facts.kind, rank: shape?.count)
    }

    /// Numbers or truth values, or lists of such.
    private struct Values: Decodable {
        let facts: ArrayFacts

        init(from decoder: any Decoder) throws {
            if var list = try? decoder.unkeyedContainer() {
                var facts: ArrayFacts?
                while !list.isAtEnd {
                    let element = try list.decode(Values.self).facts
                    facts = facts?.joined(with: element) ?? element
                }
                self.facts = ArrayFacts(kind: facts?.kind, rank: (facts?.rank).map { $0 + 1 })
                return
            }
            let value = try decoder.singleValueContainer()
            let isTruth = (try? value.decode(Bool.self)) != nil
            let isWhole = (try? value.decode(Int.self)) != nil
            let kind: ElementKind? = isTruth ? .truth : isWhole ? .whole : nil
            facts = ArrayFacts(kind: kind, rank: 0)
        }
    }
}
