extension LineMap {
    /// Adds the lines of hand-ported functions.
    ///
    /// - Parameters:
    ///   - ported: which Python functions they stand for.
    ///   - observed: the functions of the ported files.
    ///   - heads: the Python modules that the head of each file names, by the file's name.
    ///   - package: whose modules these are.
    public mutating func add(
        _ ported: PortedLines, _ observed: [InstrumentedFunction], heads: [String: [String]],
        in package: PortedPackage
    ) {
        sharedFiles.formUnion(package.files)
        for (swift, functions, row) in ported.pairs(observed, heads: heads, in: package) {
            for python in functions {
                for line in python.lines where reasons[line] == nil { reasons[line] = .folded }
                if functions.count == 1 { addParameters(of: swift, python, row) }
                for (place, lines) in links(swift, python, row) {
                    self.python[place, default: []] += lines
                    for line in lines where self.swift[line] == nil { self.swift[line] = place }
                    // Which of the functions runs is told by the reference.
                    if functions.count > 1 { shared.insert(place) }
                }
            }
        }
    }

    /// Adds what a function is given. Where several Swift functions do the work of one, the first of them is given
    /// what that is.
    private mutating func addParameters(
        of swift: InstrumentedFunction, _ python: PythonFunction, _ row: PortedRow
    ) {
        for line in python.lines where line.isParameter && self.swift[line] == nil {
            let name = row.swiftName(of: line.name, 0, in: python.name)
            guard let binding = swift.bindings.first(where: { $0.name == name }) else { continue }
            self.python[binding.place] = [line]
            self.swift[line] = binding.place
        }
    }

    /// The Swift places of a function, each with the Python lines that it stands for.
    private func links(
        _ swift: InstrumentedFunction, _ python: PythonFunction, _ row: PortedRow
    ) -> [(place: String, lines: [PythonLine])] {
        var links: [(place: String, lines: [PythonLine])] = []
        var named: [(name: String, lines: [PythonLine])] = []
        var counts: [String: Int] = [:]
        let results = swift.bindings.filter { $0.name == "return" }
        for line in python.lines where !line.isParameter {
            let index = counts[line.name, default: 0]
            counts[line.name] = index + 1
            guard let name = row.swiftName(of: line.name, index, in: python.name) else { continue }
            let parts = name.split(separator: "#")
            if parts.count == 2, let number = Int(parts[1]) {
                let all = swift.bindings.filter { $0.name == parts[0] }
                if number <= all.count { links.append((all[number - 1].place, [line])) }
            } else if row.isOneLine(line.name) || name == "return" && results.count == 1,
                let same = named.firstIndex(where: { $0.lines[0].name == line.name })
            {
                // One line for all: where the last of them stands.
                let lines = named.remove(at: same).lines
                named.append((name, lines + [line]))
            } else {
                named.append((name, [line]))
            }
        }
        if results.count > 1, let only = named.firstIndex(where: { $0.name == "return" }),
            named.filter({ $0.name == "return" }).count == 1, counts["return"] == 1
        {
            // The Swift returns in several places what the Python returns in one.
            links += results.map { ($0.place, named[only].lines) }
            named.remove(at: only)
        }
        let pairs = Self.common(named.map(\.name), swift.bindings.map(\.name))
        return links + pairs.map { (swift.bindings[$1].place, named[$0].lines) }
    }
}

extension LineMap.PythonLine {
    /// Whether it is what a function is given, `(mask)`.
    fileprivate var isParameter: Bool { name.hasPrefix("(") }
}
