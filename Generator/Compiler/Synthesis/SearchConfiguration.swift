/// Looks for values that the Python accepts: where it fails, the fields that the failing code reads
/// are given other values, those first that the message names.
struct ConfigurationSearch {
    let text: FamilyText
    let limit: Int
    /// Whether sizes that an error tells are taken over first: those of a tower depend on each other.
    var fitsSizes = false
    let attempt: (ConfigurationDraft) throws -> TrialOutcome

    /// What a search found.
    struct Result {
        /// The draft that runs, or the one that came furthest.
        let draft: ConfigurationDraft
        let outcome: TrialOutcome
        let trials: Int
        /// Whether the failure is another one than that of the draft before.
        var isNew = true
    }

    func search(from start: ConfigurationDraft) throws -> Result {
        var seen: Set<ConfigurationDraft> = [start]
        var trials = 1
        var open = [Result(draft: start, outcome: try attempt(start), trials: 1)]
        var furthest = open[0]
        while trials < limit {
            // Of equals the first; a failure that stays may need a second value to change.
            let best = open.indices.reversed().max { left, right in
                (open[left].outcome.stage, open[left].isNew ? 1 : 0)
                    < (open[right].outcome.stage, open[right].isNew ? 1 : 0)
            }
            guard let best else { break }
            let current = open.remove(at: best)
            if current.outcome.runs { return current }
            let fitting = fittingDrafts(of: current)
            for (index, draft) in (fitting + neighbours(of: current)).enumerated()
            where seen.insert(draft).inserted {
                let outcome = try attempt(draft)
                trials += 1
                let isNew =
                    outcome.error != current.outcome.error
                    || outcome.frames != current.outcome.frames
                let result = Result(draft: draft, outcome: outcome, trials: trials, isNew: isNew)
                if outcome.runs { return result }
                if outcome.stage > furthest.outcome.stage { furthest = result }
                guard outcome.stage >= current.outcome.stage || outcome == .ended else { continue }
                open.append(result)
                // A size that fits makes way for the next one that does not.
                let fits = index < fitting.count && isNew
                if fits { open.append(current) }
                if outcome.stage > current.outcome.stage || fits || trials >= limit { break }
            }
        }
        return Result(draft: furthest.draft, outcome: furthest.outcome, trials: trials)
    }

    /// The drafts to try next, the likeliest first.
    private func neighbours(of result: Result) -> [ConfigurationDraft] {
        var message = result.outcome.error ?? ""
        if result.outcome == .ended { message += ", perhaps over vocab_size" }
        let groups = names(around: result.outcome)
        var tried: Set<String> = []
        var drafts = result.draft.neighbours { field in
            message.contains(field) && tried.insert(field).inserted
        }
        for group in groups {
            let fresh = group.subtracting(tried)
            drafts += result.draft.neighbours(where: fresh.contains)
            tried.formUnion(fresh)
        }
        return drafts + result.draft.neighbours { !tried.contains($0) }
    }

    /// The drafts in which a size that the error tells is the one that it meets, those of fields that the failing
    /// code reads first.
    private func fittingDrafts(of result: Result) -> [ConfigurationDraft] {
        guard fitsSizes else { return [] }
        let sizes = SizesApart.told(by: result.outcome.error ?? "")
        let near = names(around: result.outcome).reduce(into: Set<String>()) { $0.formUnion($1) }
        return [near.contains, { !near.contains($0) }].flatMap { isMeant in
            sizes.flatMap { result.draft.fitting($0, where: isMeant) }
        }
    }

    /// The names that the failing code reads, innermost first.
    private func names(around outcome: TrialOutcome) -> [Set<String>] {
        outcome.frames.map { text.names(aroundLine: $0.line, ofFile: $0.file) }
    }
}
