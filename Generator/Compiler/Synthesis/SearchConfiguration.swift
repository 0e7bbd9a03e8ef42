/// Looks for values that the Python accepts: where it fails, the fields that the failing code reads
/// are given other values, those first that the message names.
struct ConfigurationSearch {
    let text: FamilyText
    let limit: Int
    /// The fields that the sizes of what a model is shown are taken from; none for one that takes texts alone.
    var shownSizes: Set<String> = []
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
        var seen: Set<[String: ConfigurationValue]> = [start.object()]
        var trials = 1
        var open = [Result(draft: start, outcome: try attempt(start), trials: 1)]
        var furthest = open[0]
        while trials < limit {
            // Of equals the last; a failure that stays may need a second value to change.
            let best = open.indices.reversed().max { left, right in
                (open[left].outcome.stage, open[left].isNew ? 1 : 0)
                    < (open[right].outcome.stage, open[right].isNew ? 1 : 0)
            }
            guard let best else { break }
            let current = open.remove(at: best)
            if current.outcome.runs { return current }
            let fitting = fittingDrafts(of: current)
            for (index, draft) in (fitting + neighbours(of: current)).enumerated()
            where seen.insert(draft.object()).inserted {
                let outcome = try attempt(draft)
                trials += 1
                let isNew =
                    outcome.error != current.outcome.error
                    || outcome.frames != current.outcome.frames
                let result = Result(draft: draft, outcome: outcome, trials: trials, isNew: isNew)
                if outcome.runs { return result }
                if outcome.stage > furthest.outcome.stage { furthest = result }
                guard outcome.stage >= current.outcome.stage || outcome == .ended else { continue }
                // A size that fits makes way for the next one that does not: here, or where the code goes on. A new
                // failure that tells sizes itself is looked into first.
                let fits = index < fitting.count && isNew
                let tells = isNew && !fittingDrafts(of: result).isEmpty
                switch outcome.place(behind: current.outcome) {
                case .before? where fits: open = [result] + open + [current]
                case .further? where fits, _ where tells: open += [current, result]
                case _ where fits: open += [result, current]
                default: open.append(result)
                }
                if outcome.stage > current.outcome.stage || fits || tells || trials >= limit {
                    break
                }
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
        // What the source takes for granted of a picture's size, the code that fails does not name.
        drafts += result.draft.neighbours(where: shownSizes.subtracting(tried).contains)
        tried.formUnion(shownSizes)
        return drafts + result.draft.neighbours { !tried.contains($0) }
    }

    /// The drafts in which a size that the error tells is the one that it meets, those of fields that the failing
    /// code reads first: the sizes of a tower depend on each other.
    private func fittingDrafts(of result: Result) -> [ConfigurationDraft] {
        guard !shownSizes.isEmpty else { return [] }
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
