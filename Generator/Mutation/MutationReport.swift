import Foundation

/// What a mutation run found: `MUTATION.json`, and as text `MUTATION.md`.
public struct MutationReport: Sendable, Codable {
    /// The families that were run.
    public var families: [String]
    /// How many faults the program holds.
    public var built: Int
    /// How many more the Swift compiler refused.
    public var refused: Int
    /// How many of those that the program holds its runs come by.
    public var reached: Int
    /// The faults that were run.
    public var findings: [Finding]
    /// The pairs of faults that were run.
    public var pairs: [PairFinding]

    public init(
        families: [String], built: Int, refused: Int, reached: Int, findings: [Finding],
        pairs: [PairFinding]
    ) {
        self.families = families
        self.built = built
        self.refused = refused
        self.reached = reached
        self.findings = findings
        self.pairs = pairs
    }

    /// Takes newer findings in the place of those of the same faults.
    public mutating func replace(_ newer: [Finding]) {
        let byID = Dictionary(newer.map { ($0.mutant.id, $0) }, uniquingKeysWith: { $1 })
        findings = findings.map { byID[$0.mutant.id] ?? $0 }
    }

    /// The report with what programs said as any run of them says it: files below a folder are named
    /// by their paths there, and of a crash only its cause is left.
    public func relative(to folder: String) -> MutationReport {
        var report = self
        for index in findings.indices {
            report.findings[index].failure =
                findings[index].failure?
                .replacing("\(folder)/", with: "").withoutStack
        }
        return report
    }

    /// The run in a line.
    public var summary: String {
        let shares = shares
        return "\(findings.count) faults: \(shares.detected) % detected, \(shares.localised) % "
            + "localised, \(shares.unrelated) unrelated; pairs \(shares.pairs) %"
    }

    /// The shares that a run is judged by, in percent.
    public struct Shares: Sendable, Equatable {
        /// Of the faults that can make a difference, those that are detected.
        public var detected: Double
        /// Of those that are detected, the ones whose line is named.
        public var localised: Double
        /// How many are taken for a line that they have nothing to do with.
        public var unrelated: Int
        /// Of the pairs, those of which both faults are found.
        public var pairs: Double
    }

    public var shares: Shares {
        let real = findings.filter { $0.verdict != .equivalent }
        let detected = real.filter(\.isDetected)
        return Shares(
            detected: Self.percent(detected.count, of: real.count),
            localised: Self.percent(
                detected.count { $0.verdict == .localised }, of: detected.count),
            unrelated: detected.count { $0.verdict == .unrelated },
            pairs: Self.percent(pairs.count { $0.found.count == 2 }, of: pairs.count))
    }

    private static func percent(_ part: Int, of whole: Int) -> Double {
        whole == 0 ? 100 : Double(part) / Double(whole) * 100
    }

    /// The report as Markdown.
    public var markdown: String {
        let shares = shares
        let real = findings.count { $0.verdict != .equivalent }
        var text = """
            # Mutation run

            Written by `make mutate`. Single faults are injected into the generated, shared and ported Swift; each
            is one run of the program, compared with the recorded Python line by line. What counts as localised is
            said in `Generator/Mutation/Finding.swift`.

            Each fault is run until something differs, with a cache and without: two sequences, one sequence, a prompt
            of 5 tokens; in the first family one sequence of 5 tokens, and one of 255, behind which caches grow.

            \(families.count) families: \(families.joined(separator: ", ")). \(built + refused) faults were made, of \
            which the compiler refused \(refused); the runs come by \(reached), and \(findings.count) of these were run, \
            of all kinds and files alike.

            | | |
            |---|---:|
            | faults run | \(findings.count) |
            | cannot make a difference, for the reasons below | \(findings.count - real) |
            | detected, of the others | \(Self.share(shares.detected)) |
            | localised, of the detected | \(Self.share(shares.localised)) |
            | an unrelated line named | \(shares.unrelated) |
            | pairs of faults, both found | \(Self.share(shares.pairs)) of \(pairs.count) |


            """
        text += Self.table("kind", Dictionary(grouping: findings) { $0.mutant.kind.rawValue })
        text += Self.table("component", Dictionary(grouping: findings, by: \.component))
        text += Self.table("family", Dictionary(grouping: findings, by: \.family))
        for (title, verdict) in [
            ("Not localised", Finding.Verdict.downstream), ("Unrelated", .unrelated),
            ("Not detected", .undetected), ("Cannot make a difference", .equivalent),
        ] {
            let found = findings.filter { $0.verdict == verdict }
            guard !found.isEmpty else { continue }
            text += "## \(title)\n\n| fault | where | becomes | |\n|---|---|---|---|\n"
            for finding in found { text += finding.row }
            text += "\n"
        }
        let missed = pairs.filter { $0.found.count < 2 }
        if !missed.isEmpty {
            text +=
                "## Pairs of which one is not found\n\n| faults | found | lines |\n|---|---|---|\n"
            for pair in missed {
                text +=
                    "| \(pair.first), \(pair.second) (\(pair.family)) | \(pair.found.map(String.init).joined(separator: ", ")) | \(pair.lines.joined(separator: ", ")) |\n"
            }
        }
        return text
    }

    private static func table(_ title: String, _ groups: [String: [Finding]]) -> String {
        var text =
            "| \(title) | run | equivalent | detected | localised |\n|---|---:|---:|---:|---:|\n"
        for (name, found) in groups.sorted(by: { $0.key < $1.key }) {
            text +=
                "| \(name) | \(found.count) | \(found.count { $0.verdict == .equivalent }) | "
                + "\(found.count(where: \.isDetected)) | \(found.count { $0.verdict == .localised }) |\n"
        }
        return text + "\n"
    }

    private static func share(_ value: Double) -> String { String(format: "%.1f %%", value) }
}

extension Finding {
    /// Whose code has the fault.
    fileprivate var component: String {
        if mutant.file.hasPrefix("Sources/Shared") { return "shared" }
        return mutant.file.hasPrefix("Sources/Ported") ? "ported" : "generated"
    }

    fileprivate var row: String {
        let file = mutant.file.split(separator: "/").last.map(String.init) ?? mutant.file
        let seen = culprit.map { ", first: \($0)" } ?? ""
        return
            "| \(mutant.id) \(mutant.kind.rawValue) | \(file):\(mutant.line) \(mutant.function) | "
            + "`\(mutant.changed.forTable)` | \(because.map { "\($0): " } ?? "")\(reason)\(seen) |\n"
    }
}

extension String {
    /// What a program said that crashed, without addresses and stacks, which no two runs share.
    fileprivate var withoutStack: String {
        guard let crash = firstMatch(of: /\*\*\* Program crashed: (.+?)(?: at 0x[0-9a-f]+)? \*\*\*/)
        else { return self }
        let said = prefix { $0 != "*" }.trimmingCharacters(in: .whitespacesAndNewlines)
        return said.isEmpty ? String(crash.1) : "\(said)\n\(crash.1)"
    }

    /// Code that fits into a table.
    fileprivate var forTable: String {
        let code = replacing(/trace(Line|Result)\("[^"]*", ("return", )?/, with: "")
        let short = code.count > 90 ? code.prefix(90) + "…" : code[...]
        return short.replacingOccurrences(of: "|", with: "\\|")
    }
}
