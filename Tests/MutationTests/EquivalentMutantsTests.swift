import Testing

@testable import Mutation

@Suite("Faults that make no difference")
struct EquivalentMutantsTests {
    private func mutant(_ original: String, _ changed: String, in function: String = "A.f")
        -> Mutant
    {
        Mutant(
            id: 1, kind: .scaleDropped, file: "A.swift", line: 1, lastLine: 1, bodyEnd: 1,
            function: function, original: original, changed: changed, places: [], keys: [])
    }

    @Test("are known by their function and by what they change")
    func known() throws {
        let list = try EquivalentMutants(
            yaml: "[{function: A.f, becomes: 'scale: 1', because: the scale is 1}]")
        #expect(list.reason(for: mutant("g(scale: s)", "g(scale: 1)")) == "the scale is 1")
        #expect(list.reason(for: mutant("g(scale: 1)", "h(scale: 1)")) == nil)
        #expect(list.reason(for: mutant("g(scale: s)", "g(scale: 1)", in: "A.g")) == nil)
    }

    @Test("need no entry where the run without them proves it")
    func proved() throws {
        let list = try EquivalentMutants(yaml: "[]")
        var finding = Finding(
            mutant: mutant("max(1, n)", "max(2, n)"), family: "a", verdict: .undetected,
            reason: "")
        #expect(finding.judged(by: list).verdict == .undetected)
        finding.proof = "the same number each time"
        #expect(finding.judged(by: list).verdict == .equivalent)
        #expect(finding.judged(by: list).because == "the same number each time")
        finding.verdict = .downstream
        #expect(finding.judged(by: list).verdict == .downstream)
    }

    @Test("are listed, each with a reason")
    func list() throws {
        for entry in try EquivalentMutants().entries {
            #expect(!entry.function.isEmpty && !entry.becomes.isEmpty && entry.because.count > 10)
        }
    }
}
