import FileFormats
import Testing

@Suite("JSON as text")
struct JSONTextTests {
    private static let document: OrderedJSON = [
        "none": [:], "list": [1, 2.5, 1e-05, .null], "text": "ä\u{7f}\u{8}\u{1}\"😀",
    ]

    @Test("on one line, or indented, with every character as it is")
    func plain() {
        #expect(
            Self.document.text()
                == "{\"none\":{},\"list\":[1,2.5,1e-05,null],\"text\":\"ä\u{7f}\\u0008\\u0001\\\"😀\"}"
        )
        #expect(
            OrderedJSON.object(["a": [true]]).text(indented: true)
                == "{\n  \"a\": [\n    true\n  ]\n}")
    }

    @Test("as Python's json.dumps(…, indent=4) writes it")
    func python() {
        #expect(
            Self.document.pythonText == """
                {
                    "none": {},
                    "list": [
                        1,
                        2.5,
                        1e-05,
                        null
                    ],
                    "text": "\\u00e4\\u007f\\b\\u0001\\"\\ud83d\\ude00"
                }
                """)
    }
}
