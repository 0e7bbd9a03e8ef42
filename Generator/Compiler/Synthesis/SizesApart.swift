/// Two sizes of which an error of the engine says that they should be one.
struct SizesApart: Hashable, Sendable {
    let one: Int
    let other: Int

    /// As small are counts of heads, of layers or of experts: no field that has such a value is a size.
    private static let smallest = 8

    /// What a message says of two shapes that do not fit: of `(1,16,32)` and `(48,32)` in a product 32 and 48,
    /// of `(4,32)` and `(4,48)` elsewhere those that differ; and of two sizes, `size 147` and `size 48`.
    static func told(by message: String) -> [SizesApart] {
        let sizes = message.matches(of: /\bsize ([0-9]+)\b/).compactMap { Int($0.1) }
        if sizes.count == 2, sizes[0] != sizes[1] {
            return [SizesApart(one: sizes[1], other: sizes[0])]
        }
        let shapes = message.matches(of: /\(([0-9]+(?:, ?[0-9]+)*),?\)/).map { match in
            match.1.split(separator: ",").compactMap { Int($0.drop { $0 == " " }) }
        }
        guard shapes.count >= 2 else { return [] }
        let (first, second) = (shapes[0], shapes[1])
        if message.contains("second to last dimension"), second.count > 1, let last = first.last {
            let met = second[second.count - 2]
            return met == last ? [] : [SizesApart(one: met, other: last)]
        }
        return zip(first.reversed(), second.reversed())
            .filter { $0 != $1 && min($0, $1) >= smallest }
            .map { SizesApart(one: $1, other: $0) }
    }
}

extension ConfigurationDraft {
    /// The drafts in which a field that has one of the sizes has the other.
    ///
    /// - Parameter isMeant: whether a field's value may be at fault.
    func fitting(_ sizes: SizesApart, where isMeant: (String) -> Bool) -> [ConfigurationDraft] {
        choices.indices.flatMap { position -> [ConfigurationDraft] in
            let choice = choices[position]
            if let inner = choice.options[choice.index].draft {
                return inner.fitting(sizes, where: isMeant).map {
                    with($0, at: position, index: choice.index)
                }
            }
            guard isMeant(choice.field),
                case .value(.integer(let size)) = choice.options[choice.index],
                size == sizes.one || size == sizes.other
            else { return [] }
            let fitting = Option.value(.integer(size == sizes.one ? sizes.other : sizes.one))
            var draft = self
            draft.choices[position] = Choice(
                field: choice.field, isRequired: choice.isRequired,
                options: choice.options + [fitting], index: choice.options.count,
                isKnown: choice.isKnown)
            return [draft]
        }
    }
}
