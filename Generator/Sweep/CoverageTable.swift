extension Coverage {
    /// `COVERAGE.md`: a table of the families, and what blocks them.
    public static func markdown(_ coverages: [Coverage]) -> String {
        var lines = [
            "# Coverage", "",
            "Written by `mlx-port sweep`. Each family is generated from its source, compiled, and run on tiny",
            "configurations in float32, batch 1 and 2: prefill, four decode steps and a pass without a cache.",
            "*identical* means that every module call and all logits are equal to the last bit. Lines are those of",
            "the family's own modules, blank ones left out, `+` those of methods that its classes inherit.",
        ]
        for coverage in coverages {
            let (texts, pictures) = (coverage.ofTexts, coverage.ofPictures)
            if !texts.families.isEmpty || pictures.families.isEmpty {
                lines += ["", "## \(texts.summary)", ""] + texts.sections
            }
            if !pictures.families.isEmpty {
                lines +=
                    [
                        "",
                        "## Models of \(coverage.package.rawValue) that see: "
                            + "\(pictures.families.count) families, \(pictures.counts)", "",
                        "Prompts have pictures, and the comparison begins with their pixels; one configuration each.",
                        "",
                    ] + pictures.sections
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var sections: [String] {
        var lines: [String] = []
        if !blockers.isEmpty {
            lines += ["| families | what blocks | which |", "|---:|---|---|"]
            let shared = blockers.filter { $0.families.count > 1 }
            lines += shared.map {
                "| \($0.families.count) | \($0.construct.cell) (`\($0.example)`) | \($0.families.prefix(8).joined(separator: ", "))\($0.families.count > 8 ? " …" : "") |"
            }
            lines += ["", "\(blockers.count - shared.count) others block one family each.", ""]
        }
        lines += [
            "| family | status | Python lines | Swift lines | compared | flags | why not |",
            "|---|---|---:|---:|---:|---|---|",
        ]
        lines += families.map { row in
            let why = row.blockers.prefix(4).map {
                $0.place.isEmpty
                    ? "\($0.construct.cell): \($0.message.cell)"
                    : "`\($0.place)` \($0.isSelfExplaining ? $0.construct.cell : $0.message.cell)"
            }.joined(separator: "; ")
            let more = row.blockers.count > 4 ? "; \(row.blockers.count - 4) more" : ""
            let compared = row.compared > 0 ? "\(row.compared) in \(row.configurations)" : ""
            let inherited = row.inheritedLines > 0 ? " + \(row.inheritedLines)" : ""
            return
                "| \(row.family) | \(row.status.rawValue) | \(row.pythonLines)\(inherited) | \(row.swiftLines.map(String.init) ?? "") | \(compared) | \(row.flags.joined(separator: ", ")) | \(why)\(more) |"
        }
        return lines
    }
}

extension Blocker {
    /// Whether the construct already holds the message.
    fileprivate var isSelfExplaining: Bool { construct.hasSuffix(message) }
}

extension String {
    /// The text as it can stand in a cell of a table.
    fileprivate var cell: String {
        replacing("|", with: "\\|").replacing("\n", with: " ").prefix(240).description
    }
}
