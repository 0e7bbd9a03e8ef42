import PythonSyntax
import Testing

@Suite("Positions in the source")
struct PositionTests {
    private func span(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) -> SourceSpan {
        SourceSpan(line: line, column: column, endLine: endLine, endColumn: endColumn)
    }

    @Test("count lines and columns from one; the end is one past the last byte")
    func statementAndExpression() throws {
        let statements = try parseStatements("a = 1\nif a:\n    b = (a +\n         2)\n")
        #expect(statements[0].span == span(1, 1, 1, 6))
        #expect(statements[1].span == span(2, 1, 4, 12))
        guard case .if(_, let then, _) = statements[1].kind,
            case .assign(let targets, let value) = then[0].kind
        else {
            Issue.record("not the expected tree")
            return
        }
        #expect(targets[0].span == span(3, 5, 3, 6))
        #expect(value.span == span(3, 10, 4, 11))
    }

    @Test("count columns in UTF-8 bytes")
    func bytes() throws {
        let expression = try parseExpression("'漢' + b")
        guard case .binary(_, _, let right) = expression.kind else {
            Issue.record("not the expected tree")
            return
        }
        #expect(right.span == span(1, 9, 1, 10))
    }

    @Test("are there for parameters too")
    func parameters() throws {
        guard case .function(let function) = try parseStatement("def f(a, *b: int): pass") else {
            Issue.record("not a function")
            return
        }
        #expect(function.parameters.all.map(\.span) == [span(1, 7, 1, 8), span(1, 11, 1, 17)])
    }

    @Test("do not matter for equality")
    func equality() throws {
        #expect(try parseStatements("a=f( b )") == parseStatements("\n\na = f(b)  # comment"))
    }

    @Test("lead back to the text of their lines")
    func lines() throws {
        let module = try PythonParser().parse(
            source: "a = 1\r\nb = '\u{2028}'\rc = 3\n\nd = 4", moduleName: "example")
        #expect(module.body.map(\.span.line) == [1, 2, 3, 5])
        #expect(
            (0...6).map { module.line($0) }
                == [nil, "a = 1", "b = '\u{2028}'", "c = 3", "", "d = 4", nil])
    }
}
