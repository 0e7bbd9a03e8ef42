import Rendering

/// The files among others that declare the types and functions which some files name, and those that these name
/// in turn.
func filesNamed(by files: [RenderedFile], among others: [RenderedFile]) -> [RenderedFile] {
    let given = Set(files.map(\.path))
    var open = others.filter { !given.contains($0.path) }.map {
        (file: $0, names: declaredNames(in: $0.contents))
    }
    var found: [RenderedFile] = []
    var names = files.reduce(into: Set()) { $0.formUnion(words(of: $1.contents)) }
    while true {
        let named = open.filter { !$0.names.isDisjoint(with: names) }.map(\.file)
        guard !named.isEmpty else { return found }
        found += named
        open.removeAll { named.contains($0.file) }
        for file in named { names.formUnion(words(of: file.contents)) }
    }
}

/// The names of the types that a Swift text declares, and of its functions that are no methods.
private func declaredNames(in text: String) -> Set<Substring> {
    let types: Set<Substring> = ["class", "struct", "enum", "protocol", "typealias"]
    return Set(
        codeLines(of: text).flatMap { line in
            let words = line.split { !isPartOfName($0) }
            let keywords = line.first == " " ? types : types.union(["func"])
            return zip(words, words.dropFirst()).filter { keywords.contains($0.0) }.map(\.1)
        })
}

private func words(of text: String) -> Set<Substring> {
    Set(codeLines(of: text).flatMap { $0.split { !isPartOfName($0) } })
}

private func codeLines(of text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
}

private func isPartOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
}
