import Analysis
import Foundation
import PythonSyntax
import Translation

/// Which Python line each observed Swift line stands for.
public struct LineMap: Sendable {
    /// A Python statement, and a name that it binds.
    public struct PythonLine: Sendable, Hashable {
        /// `llama/language.py:50:9`.
        public let place: String
        /// `queries`, `self.offset`, `return`.
        public let name: String

        public init(place: String, name: String) {
            self.place = place
            self.name = name
        }
    }

    /// Why a Python line is not compared.
    public enum Reason: String, Sendable, CaseIterable {
        case unread = "nothing reads the value, and the Swift does not have it"
        case folded = "the Swift says it within another statement"
        case elsewhere = "is in code that Swift has elsewhere, or does not need"
    }

    /// By the Swift place. There are two lines where one Swift line stands for both branches of an `if`.
    public internal(set) var python: [String: [PythonLine]] = [:]
    /// By the Python line: the first Swift place that stands for it.
    public internal(set) var swift: [PythonLine: String] = [:]
    var reasons: [PythonLine: Reason] = [:]
    /// Swift places that stand for lines of several classes, or for none of some.
    var shared: Set<String> = []

    /// Lines that give what another has given, by that one.
    var repetitions: [PythonLine: Set<PythonLine>] = [:]
    /// The Python files of hand-ported code: `cache.py`.
    var sharedFiles: Set<String> = []

    /// A map without lines.
    public init() {}

    /// The map of one module's functions.
    init(_ translated: [TranslatedFunction], _ observed: [InstrumentedFunction]) {
        add(translated, observed)
    }

    /// Adds the functions of a Swift module: lays what was translated beside what is observed, functions
    /// by name, and of a function's lines those of the same Swift names in the same order.
    public mutating func add(
        _ translated: [TranslatedFunction], _ observed: [InstrumentedFunction]
    ) {
        // Families that share code all have its functions.
        var seen: Set<TranslatedFunction> = []
        let distinct = translated.filter { seen.insert($0).inserted }
        for binding in distinct.flatMap(\.bindings) {
            for place in binding.places {
                let line = PythonLine(place: place, name: binding.name)
                reasons[line] = binding.swiftName == nil ? .unread : .folded
            }
        }
        let places = Dictionary(grouping: observed.indices) { observed[$0].name }
        var counterparts: [Int: TranslatedFunction] = [:]
        for (name, functions) in Dictionary(grouping: distinct, by: \.name) {
            let own = places[name] ?? []
            for (left, right) in Self.matched(functions, own.map { observed[$0] }) {
                counterparts[own[right]] = functions[left]
            }
        }
        // In the order of the text: of several places of a line the first one stands for it.
        for (index, swift) in observed.enumerated() {
            guard let function = counterparts[index] else { continue }
            let named = function.named
            for (left, right) in Self.common(function, swift) {
                add(named[left], swift.bindings[right].place)
            }
        }
    }

    /// Translated functions with the Swift ones of their name, by their indices, those with the most lines in
    /// common first. A family that shares another's code may have made something else of a function that it calls
    /// in its own way, and a class may have an overload that only passes on what it is given.
    private static func matched(
        _ functions: [TranslatedFunction], _ observed: [InstrumentedFunction]
    ) -> [(Int, Int)] {
        let pairs = observed.indices.flatMap { right in
            functions.indices.map { left in
                (left: left, right: right, count: common(functions[left], observed[right]).count)
            }
        }
        let ordered = pairs.sorted {
            ($1.count, $0.right, $0.left) < ($0.count, $1.right, $1.left)
        }
        var (lefts, rights) = (Set(functions.indices), Set(observed.indices))
        return ordered.compactMap { left, right, _ in
            guard lefts.contains(left), rights.contains(right) else { return nil }
            lefts.remove(left)
            rights.remove(right)
            return (left, right)
        }
    }

    /// The lines that a function has in common with a Swift one, as pairs of indices.
    private static func common(_ function: TranslatedFunction, _ swift: InstrumentedFunction)
        -> [(Int, Int)]
    {
        common(function.named.map { $0.swiftName ?? "" }, swift.bindings.map(\.name))
    }

    /// Adds what instrumented Swift tells of values that nothing reads.
    public mutating func add(unread: [SwiftBinding]) {
        for binding in unread where binding.place.hasPrefix(LineBinding.unreadMark) {
            let place = binding.place.dropFirst(LineBinding.unreadMark.count).prefix { $0 != " " }
            let line = PythonLine(place: String(place), name: binding.name)
            python[binding.place] = [line]
            if swift[line] == nil { swift[line] = binding.place }
        }
    }

    /// Adds the lines of shared components: what a line of the Swift stands for is told by the pattern
    /// that describes the component, and by the proof that a class is what the pattern says.
    ///
    /// - Parameters:
    ///   - patterns: the functions of the patterns.
    ///   - observed: those of the Swift components.
    ///   - classes: the classes of the family that have a component.
    public mutating func add(
        components patterns: [PatternFunction], _ observed: [InstrumentedFunction],
        classes: [(file: String, component: String, lines: Set<ComponentLine>)]
    ) {
        let functions = patterns.map { function in
            TranslatedFunction(
                name: "\(function.component).\(swiftName(of: function.name))",
                bindings: function.lines.map {
                    LineBinding(
                        name: $0.name, places: [place(function.component, $0.span)],
                        swiftName: swiftName(of: $0.name))
                })
        }
        let swift = LineMap(functions, observed).swift
        for entry in classes {
            var first: [PythonLine: PythonLine] = [:]
            var repeated: [(line: PythonLine, of: PythonLine)] = []
            for line in entry.lines.sorted(by: {
                ($0.span.line, $0.span.column, $0.name) < ($1.span.line, $1.span.column, $1.name)
            }) {
                let pattern = PythonLine(
                    place: place(entry.component, line.patternSpan), name: line.patternName)
                let python = PythonLine(
                    place: place(line.file?.belowModels ?? entry.file, line.span), name: line.name)
                reasons[python] = .folded
                guard let place = swift[pattern] else { continue }
                if self.swift[python] == nil { self.swift[python] = place }
                if line.isRepeated {
                    repeated.append((python, pattern))
                } else {
                    shared.insert(place)
                    self.python[place, default: []].append(python)
                    first[pattern] = python
                }
            }
            for (line, pattern) in repeated {
                guard let original = first[pattern] else { continue }
                repetitions[original, default: []].insert(line)
            }
        }
    }

    private func place(_ file: String, _ span: SourceSpan) -> String {
        "\(file):\(span.line):\(span.column)"
    }

    /// A component's name for a name in its pattern.
    private func swiftName(of python: String) -> String {
        switch python {
        case "__call__": return "callAsFunction"
        case "B": return "batch"
        case "L": return "length"
        default:
            let words = python.split(separator: "_")
            return words.prefix(1).joined() + words.dropFirst().map(\.capitalized).joined()
        }
    }

    /// Whether a place of the Python is in a module that many families use.
    public func isShared(_ place: String) -> Bool {
        sharedFiles.contains(String(place.prefix { $0 != ":" }))
    }

    /// Why a line of the Python has no Swift line.
    public func reason(for line: PythonLine) -> Reason { reasons[line] ?? .elsewhere }

    private mutating func add(_ binding: LineBinding, _ place: String) {
        guard !binding.places.isEmpty else { return }
        let lines = binding.places.map { PythonLine(place: $0, name: binding.name) }
        python[place] = lines
        for line in lines where swift[line] == nil { swift[line] = place }
    }

    /// The longest common subsequence, as pairs of indices.
    static func common(_ left: [String], _ right: [String]) -> [(Int, Int)] {
        var lengths = [[Int]](
            repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
        for i in left.indices.reversed() {
            for j in right.indices.reversed() {
                lengths[i][j] =
                    left[i] == right[j]
                    ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                pairs.append((i, j))
                (i, j) = (i + 1, j + 1)
            } else if lengths[i][j + 1] >= lengths[i + 1][j] {
                j += 1
            } else {
                i += 1
            }
        }
        return pairs
    }
}

extension TranslatedFunction {
    /// The lines that have a name in the Swift.
    fileprivate var named: [LineBinding] { bindings.filter { $0.swiftName != nil } }
}
