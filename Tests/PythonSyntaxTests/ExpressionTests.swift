import PythonSyntax
import Testing

@Suite("A Python expression")
struct ExpressionTests {
    @Test(
        "that is a literal",
        arguments: [
            ("None", .none), ("True", .boolean(true)), ("False", .boolean(false)),
            ("0", .integer(0)), ("0x10", .integer(16)), ("1_000", .integer(1000)),
            ("9223372036854775807", .integer(.max)),
            ("9223372036854775808", .bigInteger("9223372036854775808")),
            ("1.5", .float(1.5)), ("1e-6", .float(1e-6)), ("1e999", .float(.infinity)),
            ("2j", .complex(real: 0, imaginary: 2)),
            ("'ab'", .string("ab")), (#""a" 'b'"#, .string("ab")), (#"'\n\x41'"#, .string("\nA")),
            (#"r'\d'"#, .string(#"\d"#)), ("'漢'", .string("漢")), ("''", .string("")),
            (#"b'\x00a'"#, .bytes([0, 97])), ("...", .ellipsis),
        ] as [(String, Constant)])
    func literals(source: String, constant: Constant) throws {
        #expect(try parseExpression(source).kind == .constant(constant))
    }

    @Test(
        "with one operator",
        arguments: [
            ("+a", .unary(.plus, a)), ("-a", .unary(.minus, a)), ("not a", .unary(.not, a)),
            ("~a", .unary(.invert, a)),
            ("a + b", .binary(a, .add, b)), ("a - b", .binary(a, .subtract, b)),
            ("a * b", .binary(a, .multiply, b)), ("a / b", .binary(a, .divide, b)),
            ("a // b", .binary(a, .floorDivide, b)), ("a % b", .binary(a, .modulo, b)),
            ("a ** b", .binary(a, .power, b)), ("a @ b", .binary(a, .matrixMultiply, b)),
            ("a << b", .binary(a, .leftShift, b)), ("a >> b", .binary(a, .rightShift, b)),
            ("a & b", .binary(a, .bitAnd, b)), ("a | b", .binary(a, .bitOr, b)),
            ("a ^ b", .binary(a, .bitXor, b)),
            ("a and b and c", .boolean(.and, [a, b, c])), ("a or b", .boolean(.or, [a, b])),
        ] as [(String, ExpressionKind)])
    func operators(source: String, kind: ExpressionKind) throws {
        #expect(try parseExpression(source).kind == kind)
    }

    @Test(
        "that compares",
        arguments: [
            ("==", .equal), ("!=", .notEqual), ("<", .less), ("<=", .lessEqual), (">", .greater),
            (">=", .greaterEqual), ("is", .is), ("is not", .isNot), ("in", .in),
            ("not in", .notIn),
        ] as [(String, ComparisonOperator)])
    func comparisons(spelling: String, comparison: ComparisonOperator) throws {
        #expect(comparison.rawValue == spelling)
        #expect(
            try parseExpression("a \(spelling) b").kind
                == .comparison(a, [ComparisonPart(comparison, b)]))
    }

    @Test("that compares in a chain keeps the chain")
    func comparisonChain() throws {
        #expect(
            try parseExpression("a < b <= c").kind
                == .comparison(a, [ComparisonPart(.less, b), ComparisonPart(.lessEqual, c)]))
    }

    @Test(
        "that reaches into another",
        arguments: [
            ("a.b", .attribute(of: a, name: "b")),
            ("a[0]", .subscript(of: a, index: integer(0))),
            (
                "a[1:b]",
                .subscript(of: a, index: Expression(.slice(lower: integer(1), upper: b, step: nil)))
            ),
            (
                "a[::2]",
                .subscript(
                    of: a, index: Expression(.slice(lower: nil, upper: nil, step: integer(2))))
            ),
            (
                "a[..., None]",
                .subscript(
                    of: a,
                    index: Expression(
                        .tuple([
                            Expression(.constant(.ellipsis)), Expression(.constant(.none)),
                        ])))
            ),
        ] as [(String, ExpressionKind)])
    func access(source: String, kind: ExpressionKind) throws {
        #expect(try parseExpression(source).kind == kind)
    }

    @Test(
        "that collects values",
        arguments: [
            ("()", .tuple([])), ("(a,)", .tuple([a])),
            ("a, *b", .tuple([a, Expression(.starred(b))])),
            ("[a, b]", .list([a, b])), ("{a, b}", .set([a, b])), ("{}", .dictionary([])),
            (
                "{'k': a, **b}",
                .dictionary([
                    DictionaryItem(key: string("k"), value: a), DictionaryItem(key: nil, value: b),
                ])
            ),
        ] as [(String, ExpressionKind)])
    func collections(source: String, kind: ExpressionKind) throws {
        #expect(try parseExpression(source).kind == kind)
    }

    @Test("that calls has its arguments with their labels, in order")
    func call() throws {
        #expect(
            try parseExpression("f(a, *b, x=c, **a)").kind
                == .call(
                    function: f,
                    arguments: [
                        Argument(.positional, a), Argument(.starred, b),
                        Argument(.keyword("x"), c), Argument(.doubleStarred, a),
                    ]))
    }

    @Test("that chooses, names or abstracts")
    func others() throws {
        #expect(
            try parseExpression("a if b else c").kind
                == .conditional(test: b, then: a, otherwise: c))
        #expect(try parseExpression("(a := b)").kind == .named("a", value: b))
        #expect(
            try parseExpression("lambda a, b=1: c").kind
                == .lambda(
                    Parameters([
                        Parameter(name: "a", kind: .positionalOrKeyword),
                        Parameter(
                            name: "b", kind: .positionalOrKeyword, defaultValue: integer(1)),
                    ]),
                    body: c))
    }

    @Test(
        "that comprehends",
        arguments: [
            ("[a for a in b]", .list), ("{a for a in b}", .set), ("(a for a in b)", .generator),
        ] as [(String, ComprehensionKind)])
    func comprehensions(source: String, kind: ComprehensionKind) throws {
        let clause = ComprehensionClause(target: a, iterable: b, conditions: [])
        #expect(
            try parseExpression(source).kind
                == .comprehension(kind, element: a, value: nil, [clause]))
    }

    @Test("that comprehends a dictionary, with conditions and a second clause")
    func dictionaryComprehension() throws {
        #expect(
            try parseExpression("{a: b for a in f if a if b for b in a}").kind
                == .comprehension(
                    .dictionary, element: a, value: b,
                    [
                        ComprehensionClause(target: a, iterable: f, conditions: [a, b]),
                        ComprehensionClause(target: b, iterable: a, conditions: []),
                    ]))
    }

    @Test("that formats has its text, values, conversions and formats")
    func formattedString() throws {
        #expect(
            try parseExpression(#"f"x{a}{{{b!r:>{c}.2f}""#).kind
                == .formattedString([
                    .text("x"), .value(a, conversion: nil, format: []), .text("{"),
                    .value(
                        b, conversion: "r",
                        format: [
                            .text(">"), .value(c, conversion: nil, format: []), .text(".2f"),
                        ]),
                ]))
    }

    @Test(
        "of a form that models do not use keeps its name",
        arguments: [
            ("def f():\n    yield a", "Yield"), ("def f():\n    yield from a", "YieldFrom"),
            ("async def f():\n    await a", "Await"),
            ("async def f():\n    [a async for a in b]", "async comprehension"),
        ])
    func unsupported(source: String, className: String) throws {
        guard case .function(let definition) = try parseStatement(source) else {
            Issue.record("not a function")
            return
        }
        #expect(definition.body == [statement(.expression(Expression(.other(className))))])
    }
}
