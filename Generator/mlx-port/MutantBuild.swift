import Compiler
import Foundation
import Mutation
import Rendering
import TraceDiff

/// An llm-tool whose lines are observed and in which faults can be switched on.
struct MutantCandidate {
    let candidate: LineCandidate
    let mutants: [Mutant]
    /// How many more faults the compiler refused.
    let refused: Int
}

/// Builds the llm-tool that a mutation run judges.
struct MutantBuild {
    let selection: FamilySelection
    /// How many faults a statement has at most.
    let limit: Int
    /// A program that was built of the same sources with the same faults; nil builds it.
    var tool: String?
    private let scratch = ".build/mutants"

    /// A fault that the compiler refuses is left out, and the rest built again.
    func build(_ definitions: [FamilyDefinition]) throws -> MutantCandidate {
        var known = RefusedMutants.last
        var refused = known?.ids ?? []
        for attempt in 1... {
            var mutants: [Mutant] = []
            var last = 0
            var sources: [String] = []
            let build = LineBuild(
                selection: selection, name: "mutant",
                rewrite: { text, path in
                    let isPorted = path.hasPrefix("Sources/Ported/")
                    // What only Swift needs stands for no Python.
                    guard !isPorted || text.contains("// Ported from ") else { return text }
                    sources.append(text)
                    let mutated = mutateSwift(
                        text, file: path, firstID: last + 1, excluding: refused, limit: limit,
                        isSwitchHere: isPorted)
                    mutants += mutated.mutants
                    last = mutated.lastID
                    return mutated.text
                },
                addition: RenderedFile(path: "MutantSwitch.swift", contents: mutantSwitch),
                scratch: scratch,
                options: [
                    "-Xswiftc", "-continue-building-after-errors", "-Xswiftc",
                    "-suppress-warnings",
                ], tool: tool)
            do {
                let candidate = try build.build(definitions)
                let digest = RefusedMutants.digest(of: sources)
                guard known == nil || known?.sources == digest else {
                    // They were refused in other code.
                    (known, refused) = (nil, [])
                    continue
                }
                try RefusedMutants(sources: digest, ids: refused).write()
                return MutantCandidate(
                    candidate: candidate, mutants: mutants, refused: refused.count)
            } catch let error as BuildError {
                guard known == nil || known?.sources == RefusedMutants.digest(of: sources) else {
                    (known, refused) = (nil, [])
                    continue
                }
                let found = refusals(error.log, of: mutants)
                guard !found.isEmpty else { throw error }
                note("attempt \(attempt): \(mutants.count) faults, \(found.count) refused")
                refused.formUnion(found)
            }
        }
        preconditionFailure("attempts have no end")
    }

    /// The faults of the statements in which the compiler found errors.
    private func refusals(_ log: String, of mutants: [Mutant]) -> Set<Int> {
        let byFile = Dictionary(grouping: mutants, by: \.file)
        var found: Set<Int> = []
        for line in log.split(separator: "\n") where line.contains(": error: ") {
            let parts = line.split(separator: ":", maxSplits: 3)
            guard parts.count == 4, let number = Int(parts[1]) else { continue }
            let path = LineBuild.source(of: String(parts[0]))
            for mutant in byFile[path] ?? []
            where (mutant.line...mutant.lastLine).contains(number) {
                found.insert(mutant.id)
            }
        }
        return found
    }
}

/// The faults that the compiler refused in the last build, so that the next one of the same code need not find
/// them again.
private struct RefusedMutants: Codable {
    /// A digest of the code.
    let sources: String
    let ids: Set<Int>

    private static let file = URL(filePath: Repository.path(".build/mlx-port/refused.json"))

    static var last: RefusedMutants? {
        try? JSONDecoder().decode(RefusedMutants.self, from: Data(contentsOf: file))
    }

    static func digest(of sources: [String]) -> String {
        Array(sources.joined().utf8).withUnsafeBytes { bytes in
            sha256(bytes).map { String($0, radix: 16) }.joined(separator: ".")
        }
    }

    func write() throws { try JSONEncoder().encode(self).write(to: Self.file, options: .atomic) }
}
