import PythonSyntax
import Testing

@Suite("Canonical text of Python")
struct CanonicalTextTests {
    private func lines(_ source: String) throws -> [String] {
        try PythonParser().parse(source: source, moduleName: "sample", path: "sample.py").body
            .canonicalLines().map { String(repeating: "    ", count: $0.depth) + $0.text }
    }

    @Test("Formatting, quotes, comments and documentation strings do not count")
    func formatting() throws {
        let one = """
            def f(x, *, axis = -1):
                '''What it does.'''
                # a comment
                return mx.concatenate([x,
                                       x], axis=axis)
            """
        let other = """
            def f(x, *, axis=-1):
                return mx.concatenate(
                    [x, x],
                    axis=axis,
                )
            """
        #expect(try lines(one) == lines(other))
        #expect(
            try lines(one) == [
                "def f(x, *, axis = -1):", "    return mx.concatenate([x, x], axis=axis)",
            ])
    }

    @Test("Different trees have different texts")
    func distinctions() throws {
        for (one, other) in [
            ("a - (b - c)", "a - b - c"), ("(a,)", "a"), ("x[a, b]", "x[[a, b]]"),
            ("{a: b}", "{a, b}"), ("not (a and b)", "(not a) and b"), ("f(*a)", "f(a)"),
            ("f(**a)", "f(*a)"), ("'1'", "1"), ("1.0", "1"), ("lambda x: x", "lambda y: y"),
            ("[a for a in b if c]", "(a for a in b if c)"), ("f'{a!r}'", "f'{a}'"),
            ("a if b else c", "a if c else b"), ("x[1:]", "x[:1]"),
        ] {
            #expect(try lines(one) != lines(other), "\(one)")
        }
    }

    @Test("What the text says is the same tree again")
    func roundTrip() throws {
        let source = """
            @dataclass
            class A(B, metaclass=M):
                x: Optional[int] = None

                def f(self, a, /, b=1, *rest, c, **others) -> "A":
                    for i, (j, k) in enumerate(a):
                        if not (i < j <= k) and (m := g(i)) is not None:
                            continue
                        elif j:
                            del b[i]
                        else:
                            b[..., None, 1:-1:2] += {**others, "k": [v for v in rest if v]}
                    while True:
                        break
                    try:
                        with open(a) as file, lock:
                            pass
                    except (KeyError, OSError) as error:
                        raise ValueError(f"{a!r} is {b:>{c}}") from error
                    finally:
                        assert a, "why"
                    return lambda x, *y: -x ** 2 @ (y if x else {x, 1})
            """
        let text = try lines(source).joined(separator: "\n")
        let again = try PythonParser().parse(source: text, moduleName: "sample", path: "sample.py")
        let first = try PythonParser().parse(
            source: source, moduleName: "sample", path: "sample.py")
        #expect(again.body == first.body)
    }
}
