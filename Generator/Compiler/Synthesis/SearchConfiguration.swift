/// Looks for values that the Python accepts: where it fails, the fields that the failing code reads
/// are given other values, those first that the message names.
struct ConfigurationSearch {
    let text: FamilyText
    let limit: Int
    let attempt: (ConfigurationDraft) throws -> TrialOutcome

    /// What a search found.
    struct Result {
        /// The draft that runs, or the one that came furthest.
        let draft: ConfigurationDraft
        let outcome: TrialOutcome
        let trials: Int
    }

    func search(from start: ConfigurationDraft) throws -> Result {
        var seen: Set<ConfigurationDraft> = [start]
        var trials = 1
        var open = [Result(draft: start, outcome: try attempt(start), trials: 1)]
        var furthest = open[0]
        while trials < limit {
            let best = open.indices.max { open[$0].outcome.stage < open[$1].outcome.stage }
            guard let best else { break }
            let current = open.remove(at: best)
            if current.outcome.runs { return current }
            for draft in neighbours(of: current) where seen.insert(draft).inserted {
                let outcome = try attempt(draft)
                trials += 1
                let result = Result(draft: draft, outcome: outcome, trials: trials)
                if outcome.runs { return result }
                if outcome.stage > furthest.outcome.stage { furthest = result }
                // The same failure again says that the field was not the cause.
                if outcome.stage > current.outcome.stage { open.append(result); break }
                if outcome.stage == current.outcome.stage,
                    outcome.error != current.outcome.error || outcome.frames != current.outcome.frames
                {
                    open.append(result)
                }
                if trials >= limit { break }
            }
        }
        return Result(draft: furthest.draft, outcome: furthest.outcome, trials: trials)
    }

    /// The drafts to try next, the likeliest first.
    private func neighbours(of result: Result) -> [ConfigurationDraft] {
        let message = result.outcome.error ?? ""
        var groups: [Set<String>] = []
        for frame in result.outcome.frames {
            groups.append(text.names(aroundLine: frame.line, ofFile: frame.file))
        }
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
}
