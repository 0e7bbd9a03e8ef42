import Analysis
import Operations

/// What the translation of every part of a family shares.
final class FamilyContext {
    let family: TypedFamily
    let table: OperationTable
    let naming: Naming
    let classes: [String: TypedClass]
    /// All protocols of the family's layers.
    let layerProtocols: [LayerProtocol]
    /// Whether calls of modules are observed, for a trace of every module call.
    let probes: Bool
    /// Whether values that nothing reads are told to a trace of lines.
    let tellsUnread: Bool
    /// Functions that a forward pass calls, which cannot throw.
    let forwardFunctions: Set<String>
    /// Functions that the components have instead of the family.
    let replacedFunctions: Set<String>
    private(set) var diagnostics: [Diagnostic] = []
    /// Functions whose Swift throws, by class and name; found by translating until nothing new is.
    var throwingFunctions: Set<String> = []

    /// The functions of the current file, with what their lines bind.
    var translatedFunctions: [TranslatedFunction] = []

    /// Attributes that the emitted code reads, by class: what is only assigned is not emitted.
    private(set) var readAttributes: [String: Set<String>] = [:]

    init(
        family: TypedFamily, table: OperationTable, probes: Bool, tellsUnread: Bool,
        reserved: [String: Set<String>]
    ) {
        self.probes = probes
        self.tellsUnread = tellsUnread
        self.family = family
        forwardFunctions = family.forwardFunctions
        replacedFunctions = family.replacedFunctions
        self.table = table
        naming = Naming(family: family, table: table, reserved: reserved)
        classes = family.classes
        layerProtocols = Self.layerProtocols(of: family, naming)
    }

    func report(_ diagnostic: Diagnostic) {
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    func noteRead(_ attribute: String, of className: String) {
        readAttributes[className, default: []].insert(attribute)
    }

    /// What a translation gives that is not needed: without its diagnostics, and only if it reads no attribute that
    /// is not emitted for others.
    func attempt<Result>(_ translation: () -> Result) -> Result? {
        let before = (diagnostics, readAttributes)
        defer { (diagnostics, readAttributes) = before }
        let result = translation()
        let reads = readAttributes.allSatisfy { className, names in
            names.subtracting(before.1[className] ?? []).allSatisfy {
                settledReads.contains("\(className).\($0)")
            }
        }
        return diagnostics == before.0 && reads ? result : nil
    }

    /// What the round before this one read: `class.attribute`.
    private(set) var settledReads: Set<String> = []

    /// What the current round has read: `class.attribute`.
    private var reads: Set<String> {
        Set(readAttributes.flatMap { entry in entry.value.map { "\(entry.key).\($0)" } })
    }

    /// Whether the current round has read what the one before it did, on which it rests.
    var isSettled: Bool { reads == settledReads }

    /// Starts another round of translation over the whole family.
    func startRound() {
        diagnostics = []
        settledReads = reads
        readAttributes = [:]
    }

    /// Whether a class is replaced by a shared component.
    func component(for className: String) -> ComponentMatch? { family.components[className] }

    /// Whether instances of a library class can stand where a protocol is asked for.
    func conforms(_ type: PythonType, to other: PythonType) -> Bool {
        guard case .library(let name) = type, case .library(let target) = other else {
            return false
        }
        var conformances = table.types[name]?.conforms ?? []
        while let next = conformances.popLast() {
            if next == target { return true }
            conformances += table.types[next]?.conforms ?? []
        }
        return false
    }

    func swift(_ type: PythonType) -> String { naming.swift(type, table: table) }
}
