import Analysis
import CompilerTestSupport
import PythonSyntax
import Testing

@Suite("Diagnostics")
struct DiagnosticTests {
    @Test(
        "What is not known is refused at its place, by what it is",
        arguments: [
            ("return y", "8:16 name 'y': is not defined here"),
            ("return mx.sofmax(x)", "8:16 call of 'mx.sofmax': has no row in the operation table"),
            (
                "return sofmax(x)",
                "8:16 call of 'sofmax': is not a function that the compiler knows"
            ),
            ("return x.foo", "8:16 attribute 'foo': is not known on this value"),
            ("return x.foo()", "8:16 method 'foo': is not known on this value"),
            ("return self.config.size", "8:16 attribute 'size': is not known on this value"),
            (
                "return mx.softmax(x, axes=1)",
                "8:35 argument 'axes': 'mlx.core.softmax' has no such parameter in the operation table"
            ),
            ("return mx.matmul(x)", "8:16 call of 'mlx.core.matmul': argument 'b' is missing"),
            ("return mx.tanh(x, x)", "8:27 call of 'mlx.core.tanh': too many arguments"),
            ("return self.config(x)", "8:16 call: this value cannot be called"),
            (
                "try:\n    return x\nfinally:\n    pass",
                "8:9 try statement: is not supported in a forward pass"
            ),
            (
                "with mx.stream(mx.cpu):\n    return x",
                "8:9 with statement: this statement is not supported"
            ),
            ("del x[0]", "8:9 del statement: only names and entries of dictionaries are deleted"),
            ("import os\nreturn os", "9:16 'os': is not known to the compiler"),
            ("return 'a' + 1", "8:16 operator '+': is not supported between str and int"),
            (
                "return x.T is x",
                "8:16 'is': identity is only supported of named arrays and objects, and as a test for None"
            ),
            ("return [1, 'a']", "8:20 values of different types: int and str meet here"),
        ])
    func refusals(_ body: String, _ complaint: String) throws {
        #expect(try Example(block(call: body)).complaints.first == complaint)
    }

    @Test("One run reports every problem, each once, in the order of the source")
    func several() throws {
        let example = try Example(
            block(
                call: """
                    for i in range(2):
                        x = mx.frob(x)
                    global counter
                    return undefined
                    """))
        #expect(
            example.complaints == [
                "9:17 call of 'mx.frob': has no row in the operation table",
                "10:9 global statement: this statement is not supported",
                "11:16 name 'undefined': is not defined here",
            ])
    }

    @Test("A diagnostic shows the line, a caret below the place, the type and a hint")
    func rendering() {
        let diagnostic = Diagnostic(
            path: "language.py", span: SourceSpan(line: 2, column: 5, endLine: 2, endColumn: 8),
            construct: "attribute 'foo'", type: .optional(.array), message: "is not known",
            hint: "add a row")
        #expect(
            diagnostic.rendered(source: "a\nx = foo\n") == """
                language.py:2:5: error: attribute 'foo': is not known (its type is array?)
                    x = foo
                        ^^^
                    hint: add a row
                """)
        #expect(
            diagnostic.rendered(source: nil) == """
                language.py:2:5: error: attribute 'foo': is not known (its type is array?)
                    hint: add a row
                """)
    }

    @Test("A place beyond the file, or over several lines, is shown as far as it goes")
    func oddPlaces() {
        let beyond = Diagnostic(
            path: "a.py", span: SourceSpan(line: 9, column: 1, endLine: 9, endColumn: 2),
            construct: "c", message: "m")
        #expect(beyond.rendered(source: "x") == "a.py:9:1: error: c: m")
        let long = Diagnostic(
            path: "a.py", span: SourceSpan(line: 1, column: 3, endLine: 4, endColumn: 1),
            construct: "c", message: "m")
        #expect(long.rendered(source: "x y\nz") == "a.py:1:3: error: c: m\n    x y\n      ^")
    }

    @Test("A module without the class Model, or with one that takes no configuration, is no family")
    func noEntry() throws {
        func message(_ model: String) throws -> String? {
            let error = #expect(throws: Diagnostic.self) {
                try analyze(["model": "import mlx.nn as nn\n" + model])
            }
            return error?.message
        }
        #expect(
            try message("class Other(nn.Module):\n    pass\n")
                == "the module defines no class 'Model'")
        let noConfiguration = try message(
            "class Model(nn.Module):\n    def __init__(self, n: int):\n        pass\n")
        #expect(
            noConfiguration
                == "'Model.__init__' takes no configuration class that its annotation names")
    }

    @Test("A configuration without an annotation is the class that the loader takes by name")
    func configurationByName() throws {
        let family = try analyze([
            "model": """
            import mlx.nn as nn
            from dataclasses import dataclass

            @dataclass
            class ModelArgs:
                size: int

            class Model(nn.Module):
                def __init__(self, args):
                    super().__init__()
                    self.proj = nn.Linear(args.size, args.size)

                def __call__(self, inputs):
                    return self.proj(inputs)
            """
        ])
        #expect(family.diagnostics == [])
        #expect(family.family.entry.configuration.hasSuffix(".ModelArgs"))
    }

    @Test("A class that inherits has the methods of its base as its own")
    func inheritance() throws {
        let example = try Example(
            """
            class Base(nn.Module):
                def __call__(self, x):
                    return x


            class Inner(Base):
                pass


            """ + block(initializer: "self.inner = Inner()", call: "return self.inner(x)"))
        #expect(example.complaints == [])
    }

    @Test("A keyword that is read with two defaults is refused")
    func twoDefaults() throws {
        let example = try Example(
            block(
                call: "return self.inner(x, a=1)",
                more: """
                    def inner(self, x, **kwargs):
                        return x * kwargs.get("a", 1) * kwargs.get("a", 2)
                    """))
        #expect(example.complaints.count == 1)
        #expect(example.complaints.first?.contains("keyword 'a': has another default here") == true)
    }
}
