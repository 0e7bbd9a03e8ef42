import Testing

@testable import ModelRuntime

@Suite("Stop strings end a text wherever its pieces meet")
struct StopStringsTests {
    private func run(_ pieces: [String], stops: [String]) -> (
        text: String, found: Bool, shown: [String]
    ) {
        var filter = StopStrings(stops)
        var shown = pieces.map { filter.append($0) }
        shown.append(filter.finish())
        return (shown.joined(), filter.isFound, shown)
    }

    @Test func aStringWithinOnePiece() {
        #expect(run(["Hello STOP there"], stops: ["STOP"]).text == "Hello ")
    }

    @Test func aStringOverSeveralPieces() {
        let result = run(["Hello S", "T", "OP the", "re"], stops: ["STOP"])
        #expect(result.text == "Hello ")
        #expect(result.found)
    }

    @Test func whatOnlyLooksLikeABeginningIsShownLater() {
        let result = run(["a ST", "O", "RE", "S"], stops: ["STOP"])
        #expect(result.shown == ["a ", "", "STORE", "", "S"])
        #expect(!result.found)
    }

    @Test func theFirstOfSeveralStringsCounts() {
        #expect(run(["one two three"], stops: ["three", "two"]).text == "one ")
        #expect(run(["aab"], stops: ["ab"]).text == "a")
        #expect(run(["a", "a", "b"], stops: ["ab"]).text == "a")
    }

    @Test func charactersOfSeveralBytesStayWhole() {
        #expect(run(["día", "s 日", "本語"], stops: ["日本"]).text == "días ")
        #expect(run(["🙂", "🙃"], stops: ["🙂🙂"]).text == "🙂🙃")
    }

    @Test func noStopStringLetsEverythingThrough() {
        #expect(run(["a", "", "b"], stops: [""]).shown == ["a", "", "b", ""])
    }
}
