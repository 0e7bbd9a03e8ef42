import EmbeddedPython
import PythonSyntax
import Testing

@Suite("A Python statement")
struct StatementTests {
    private let pass = [statement(.pass)]

    @Test("that assigns")
    func assignments() throws {
        #expect(try parseStatement("a = b") == .assign(targets: [a], value: b))
        #expect(try parseStatement("a = b = c") == .assign(targets: [a, b], value: c))
        #expect(
            try parseStatement("a, b = c")
                == .assign(targets: [Expression(.tuple([a, b]))], value: c))
        #expect(
            try parseStatement("a: b = c") == .annotatedAssign(target: a, annotation: b, value: c))
        #expect(
            try parseStatement("a: b") == .annotatedAssign(target: a, annotation: b, value: nil))
        #expect(
            try parseStatement("a //= b") == .augmentedAssign(target: a, .floorDivide, value: b))
    }

    @Test("that branches: elif is an if in the else")
    func branches() throws {
        #expect(
            try parseStatement("if a: pass\nelif b: pass\nelse: pass")
                == .if(
                    test: a, then: pass,
                    otherwise: [statement(.if(test: b, then: pass, otherwise: pass))]))
    }

    @Test("that loops")
    func loops() throws {
        #expect(
            try parseStatement("for a in b:\n    break\nelse: pass")
                == .for(target: a, iterable: b, body: [statement(.break)], otherwise: pass))
        #expect(
            try parseStatement("while a: continue")
                == .while(test: a, body: [statement(.continue)], otherwise: []))
    }

    @Test("that checks or fails")
    func failures() throws {
        #expect(try parseStatement("assert a, b") == .assert(test: a, message: b))
        #expect(try parseStatement("assert a") == .assert(test: a, message: nil))
        #expect(try parseStatement("raise") == .raise(exception: nil, cause: nil))
        #expect(try parseStatement("raise a from b") == .raise(exception: a, cause: b))
        #expect(
            try parseStatement(
                "try: pass\nexcept a as x: pass\nexcept: pass\nelse: pass\nfinally: pass")
                == .try(
                    body: pass,
                    handlers: [
                        ExceptionHandler(type: a, name: "x", body: pass),
                        ExceptionHandler(type: nil, name: nil, body: pass),
                    ],
                    otherwise: pass, finally: pass))
    }

    @Test("that manages a context")
    func with() throws {
        #expect(
            try parseStatement("with a as b, c: pass")
                == .with(
                    items: [
                        WithItem(context: a, target: b), WithItem(context: c, target: nil),
                    ], body: pass))
    }

    @Test("that imports")
    func imports() throws {
        #expect(
            try parseStatement("import mlx.core as mx, math")
                == .import([
                    ImportAlias(name: "mlx.core", alias: "mx"),
                    ImportAlias(name: "math", alias: nil),
                ]))
        #expect(
            try parseStatement("from ..base import A as B")
                == .importFrom(
                    module: "base", names: [ImportAlias(name: "A", alias: "B")], level: 2))
        #expect(
            try parseStatement("from . import *")
                == .importFrom(module: nil, names: [ImportAlias(name: "*", alias: nil)], level: 1))
    }

    @Test("that deals with names")
    func names() throws {
        #expect(try parseStatement("del a, b") == .delete([a, b]))
        #expect(try parseStatement("global a, b") == .global(["a", "b"]))
        guard
            case .function(let outer) = try parseStatement(
                "def f():\n    a = 1\n    def g():\n        nonlocal a"),
            case .function(let nested)? = outer.body.last?.kind
        else {
            Issue.record("not a function")
            return
        }
        #expect(nested.body == [statement(.nonlocal(["a"]))])
    }

    @Test("that defines a function has every kind of parameter, with defaults where they belong")
    func function() throws {
        let source = """
            @a
            def f(p, q: b = 1, /, r=2, *s, t, u=3, **v: c) -> a:
                "documentation"
                return b
            """
        #expect(
            try parseStatement(source)
                == .function(
                    FunctionDefinition(
                        name: "f",
                        parameters: Parameters([
                            Parameter(name: "p", kind: .positionalOnly),
                            Parameter(
                                name: "q", kind: .positionalOnly, annotation: b,
                                defaultValue: integer(1)),
                            Parameter(
                                name: "r", kind: .positionalOrKeyword, defaultValue: integer(2)),
                            Parameter(name: "s", kind: .variadic),
                            Parameter(name: "t", kind: .keywordOnly),
                            Parameter(name: "u", kind: .keywordOnly, defaultValue: integer(3)),
                            Parameter(name: "v", kind: .keywords, annotation: c),
                        ]),
                        returns: a,
                        body: [
                            statement(.expression(string("documentation"))),
                            statement(.return(b)),
                        ],
                        decorators: [a])))
        guard case .function(let definition) = try parseStatement("async def f(): return") else {
            Issue.record("not a function")
            return
        }
        #expect(definition.isAsync)
        #expect(definition.body == [statement(.return(nil))])
    }

    @Test("that defines a class")
    func classDefinition() throws {
        #expect(
            try parseStatement("@a\nclass C(b, metaclass=c): pass")
                == .class(
                    ClassDefinition(
                        name: "C", bases: [b], keywords: [Argument(.keyword("metaclass"), c)],
                        body: pass, decorators: [a])))
    }

    @Test(
        "of a form that models do not use keeps its name",
        arguments: [
            ("try: pass\nexcept* a: pass", "TryStar")
        ])
    func unsupported(source: String, className: String) throws {
        #expect(try parseStatement(source) == .other(className))
    }

    @Test(
        "with type parameters, which Python has since 3.12, keeps the name of its form",
        .enabled(if: PythonEnvironment.linkedVersion != "3.11"),
        arguments: [
            ("def f[T](a): pass", "type parameters"), ("class C[T]: pass", "type parameters"),
            ("type A = b", "TypeAlias"),
        ])
    func typeParameters(source: String, form: String) throws {
        #expect(try parseStatement(source) == .other(form))
    }

    @Test("in an empty or comments-only file is none")
    func nothing() throws {
        #expect(try parseStatements("").isEmpty)
        #expect(try parseStatements("# only a comment").isEmpty)
    }
}
