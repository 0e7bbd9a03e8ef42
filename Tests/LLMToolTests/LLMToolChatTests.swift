import FileTestSupport
import Foundation
import ModelRuntime
import Testing

@Suite("llm-tool holds conversations", .enabled(if: hasLlama), .serialized)
struct LLMToolChatTests {
    /// A checkpoint of mlx-lm, with a trained tokenizer.
    private static let demo = Result {
        let folder = try TemporaryFolder()
        _ = try PythonProcess.run(
            "-m", "recorder", "demo", "--package", "mlx-lm", "--output", folder.url.path,
            "--vocabulary", "416")
        return folder
    }

    private var folder: String { get throws { try Self.demo.get().url.path } }

    private func chat(_ lines: [String], _ options: String...) throws -> LLMToolProcess {
        try LLMToolProcess(
            ["chat", "--model", folder, "--package", "mlx-lm", "--max-tokens", "12"] + options,
            input: lines.map { $0 + "\n" }.joined())
    }

    private func events(_ run: LLMToolProcess) throws -> [OrderedJSON] {
        try run.output.split(separator: "\n").map {
            try OrderedJSON(parsing: $0.utf8, file: "output")
        }
    }

    @Test func answersAreThoseOfOnePrompt() throws {
        let run = try chat(["Hello"])
        #expect(run.status == 0)
        let single = try LLMToolProcess(
            "--model", folder, "--package", "mlx-lm", "--prompt", "Hello", "--max-tokens", "12")
        #expect(run.output == single.output)
        #expect(run.log.hasPrefix("Prompt: "))
        #expect(try chat(["Hello"], "--quiet").log.isEmpty)
    }

    @Test func theConversationGoesOnFromWhatWasSaved() throws {
        let file = try TemporaryFolder()
        let path = file.url.appendingPathComponent("c.json").path
        let whole = try events(chat(["Hello", "/save \(path)", "And more?"], "--json"))
        let later = try events(chat(["And more?"], "--json", "--history", path))
        func tokens(_ events: [OrderedJSON]) -> OrderedJSON? { events.last?["finished"]?["tokens"] }
        #expect(tokens(whole) == tokens(later))
        let fresh = try events(chat(["And more?"], "--json"))
        #expect(tokens(fresh) != tokens(whole))
        let reset = try events(chat(["Hello", "/reset", "And more?"], "--json"))
        #expect(tokens(reset) == tokens(fresh))
        let saved = try OrderedJSON(parsing: Data(contentsOf: URL(filePath: path)), file: path)
        #expect(
            saved["messages"]?.array?.compactMap { $0["role"]?.string } == ["user", "assistant"])
    }

    @Test func commandsAreNotSaidToTheModel() throws {
        let run = try chat(["/help", "/stats", "/nonsense", "/save", "", "/quit", "never said"])
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        for text in [
            "/reset ", "Conversation: 0 messages", "/nonsense is no command",
            "/save needs the name of a file",
        ] { #expect(run.log.contains(text)) }
    }

    @Test func optionsHaveAnEffect() throws {
        let plain = try chat(["Hello"]).output
        #expect(try chat(["Hello"], "--system", "Be brief.").output != plain)
        #expect(try chat(["Hello"], "--system-prompt", "Be brief.").output != plain)
        let sampled = try chat(["Hello"], "--temp", "1.0").output
        #expect(sampled != plain)
        // mlx-lm's chat draws from seed 0.
        #expect(try chat(["Hello"], "--temp", "1.0", "--seed", "0").output == sampled)
        #expect(try chat(["Hello"], "--temp", "1.0", "--seed", "5").output != sampled)
    }

    @Test func faultsAreOneMessage() throws {
        let folder = try TemporaryFolder()
        let bad = try folder.write("bad.json", #"{"a": 1}"#).path
        for (options, message) in [
            (["--tools", bad], "\(bad): expected an array"),
            (["--tools", "/nowhere"], "--tools: cannot read /nowhere"),
            (["--history", bad], "\(bad) has no list \"messages\""),
            (["--chat-template-config", "[1]"], "--chat-template-config: expected an object"),
        ] {
            let run = try LLMToolProcess(["chat", "--model", self.folder] + options)
            #expect(run.status == 2)
            #expect(run.log.contains(message), "\(run.log)")
            #expect(run.log.split(separator: "\n").count == 1)
        }
    }

    @Test("on a terminal lines are edited, and Ctrl-C ends an answer") func terminal() throws {
        let report = try PythonProcess.run(
            "-c", Self.terminal, LLMToolProcess.executable.path, folder)
        #expect(
            report == """
                edited: True
                history: True
                interrupted: True
                went on: True
                status: 0

                """)
    }

    /// Types on a terminal and looks at what is shown.
    private static let terminal = """
        import os, pty, re, select, sys, time

        tool, folder = sys.argv[1:]
        child, terminal = pty.fork()
        if child == 0:
            os.execv(tool, [
                tool, "chat", "--model", folder, "--package", "mlx-lm", "--max-tokens", "100000"])

        unread = ""

        def until(pattern, seconds=120):
            global unread
            end = time.time() + seconds
            while not (match := re.search(pattern, unread)):
                if not select.select([terminal], [], [], max(0, end - time.time()))[0]:
                    raise SystemExit(f"waited for {pattern!r}, saw {unread[-400:]!r}")
                unread += os.read(terminal, 4096).decode(errors="replace")
            text, unread = unread[: match.end()], unread[match.end() :]
            return text

        def type(text):
            os.write(terminal, text.encode())

        until("> ")
        # A slip, taken back; the cursor moved and text put in.
        type("/sttsx\\x7f\\x1b[D\\x1b[Da\\x1b[F")
        until("/stats")
        type("\\r")
        print("edited:", "messages" in until("messages"))
        until("> ")
        type("\\x1b[A\\r")
        print("history:", "messages" in until("messages"))
        until("> ")
        type("Hello\\r")
        until("Hello[^\\n]*\\n[\\\\s\\\\S]{40}")
        type("\\x03")
        print("interrupted:", "was ended" in until("was ended"))
        until("> ")
        type("/stats\\r")
        print("went on:", "Conversation: 0 messages" in until("messages"))
        until("> ")
        type("\\x04")
        print("status:", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        """
}
