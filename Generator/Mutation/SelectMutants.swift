/// A choice of faults to run, of all kinds and all components alike: of each kind in turn, and within a
/// kind of each file in turn.
///
/// - Parameter count: how many; all if there are fewer.
public func selectMutants(_ mutants: [Mutant], count: Int) -> [Mutant] {
    var queues = MutationKind.allCases.map { kind in
        inTurn(Dictionary(grouping: mutants.filter { $0.kind == kind }, by: \.file))
    }
    var chosen: [Mutant] = []
    while chosen.count < count, queues.contains(where: { !$0.isEmpty }) {
        for index in queues.indices where !queues[index].isEmpty && chosen.count < count {
            chosen.append(queues[index].removeFirst())
        }
    }
    return chosen.sorted { $0.id < $1.id }
}

/// One fault of each file, then the next ones; within a file from all over it.
private func inTurn(_ byFile: [String: [Mutant]]) -> [Mutant] {
    var queues = byFile.sorted { $0.key < $1.key }.map { spread($0.value) }
    var result: [Mutant] = []
    while queues.contains(where: { !$0.isEmpty }) {
        for index in queues.indices where !queues[index].isEmpty {
            result.append(queues[index].removeFirst())
        }
    }
    return result
}

/// The first, the middle one, those in the middle of the halves, and so on.
private func spread(_ mutants: [Mutant]) -> [Mutant] {
    var result: [Mutant] = []
    var seen: Set<Int> = []
    var parts = 1
    while result.count < mutants.count {
        for part in 0..<parts {
            let index = part * mutants.count / parts
            if seen.insert(index).inserted { result.append(mutants[index]) }
        }
        parts *= 2
    }
    return result
}
