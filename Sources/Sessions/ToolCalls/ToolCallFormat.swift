import ModelRuntime

/// A way in which models write calls of tools.
///
/// Source: mlx_lm/tool_parsers, by whose names the formats go; `harmony`, which it lacks, is the format of
/// gpt-oss (https://cookbook.openai.com/articles/openai-harmony).
public enum ToolCallFormat: String, CaseIterable, Sendable {
    case jsonTools = "json_tools"
    case qwen3Coder = "qwen3_coder"
    case mistral
    case functionGemma = "function_gemma"
    case gemma4
    case glm47
    case harmony
    case laguna
    case kimiK2 = "kimi_k2"
    case kimiK3 = "kimi_k3"
    case longcat
    case minimaxM2 = "minimax_m2"
    case minicpm5
    case museSpark = "muse_spark"
    case pythonic

    /// The format that a chat template shows, nil if it shows none.
    init?(chatTemplate: String) {
        func shows(_ texts: String...) -> Bool { texts.allSatisfy(chatTemplate.contains) }
        if shows("<minimax:tool_call>") {
            self = .minimaxM2
        } else if shows("<|tool_call>", "<tool_call|>") {
            self = .gemma4
        } else if shows("<start_function_call>") {
            self = .functionGemma
        } else if shows("<longcat_tool_call>") {
            self = .longcat
        } else if shows("<arg_key>") {
            self = .glm47
        } else if shows("<|tool_list_start|>") || shows("<|tool_call_start|>") {
            self = .pythonic
        } else if shows("<tool_call>\\n<function=") || shows("<tool_call>\n<function=") {
            self = .qwen3Coder
        } else if shows("<|tool_calls_section_begin|>") {
            self = .kimiK2
        } else if shows("<function name=\"", "<param name=\"") {
            self = .minicpm5
        } else if shows("[TOOL_CALLS]") {
            self = .mistral
        } else if shows("<atem:function_calls>") {
            self = .museSpark
        } else if shows("<tool_call>", "tool_call.name") {
            self = .jsonTools
        } else if shows("<|channel|>", "<|message|>", "functions.") {
            self = .harmony
        } else {
            return nil
        }
    }

    /// What stands around calls; an empty end is the answer's.
    public var markers: ResponseFormat.Markers {
        let (start, end) =
            switch self {
            case .jsonTools, .qwen3Coder, .glm47, .laguna: ("<tool_call>", "</tool_call>")
            case .mistral: ("[TOOL_CALLS]", "")
            case .functionGemma: ("<start_function_call>", "<end_function_call>")
            case .gemma4: ("<|tool_call>", "<tool_call|>")
            case .harmony: ("<|channel|>commentary to=functions.", "<|call|>")
            case .kimiK2: ("<|tool_calls_section_begin|>", "<|tool_calls_section_end|>")
            case .kimiK3: ("<|open|>tools<|sep|>", "<|close|>tools<|sep|>")
            case .longcat: ("<longcat_tool_call>", "</longcat_tool_call>")
            case .minimaxM2: ("<minimax:tool_call>", "</minimax:tool_call>")
            case .minicpm5: ("<function name=", "</function>")
            case .museSpark: ("<atem:function_calls>", "</atem:function_calls>")
            case .pythonic: ("<|tool_call_start|>", "<|tool_call_end|>")
            }
        return ResponseFormat.Markers(start: start, end: end)
    }

    /// Further marks with which calls begin.
    var otherStarts: [String] {
        // The one who is called may stand in front of the channel, too.
        self == .harmony ? ["<|start|>assistant to=functions."] : []
    }

    /// The calls in a text without the marks around it.
    ///
    /// - Parameter tools: the schemas of the tools, by which arguments get their types.
    /// - Throws: ``ToolCallError`` if the text is no call.
    public func parse(_ text: String, tools: [OrderedJSON] = []) throws -> [ToolCall] {
        let schemas = ToolSchemas(tools)
        let calls =
            switch self {
            case .jsonTools: try parseJSONTools(text)
            case .qwen3Coder: try parseQwen3Coder(text, schemas)
            case .mistral: try parseMistral(text)
            case .functionGemma: try parseFunctionGemma(text)
            case .gemma4: try parseGemma4(text)
            case .glm47, .laguna: parseGLM47(text, schemas)
            case .harmony: try parseHarmony(text)
            case .kimiK2: try parseKimiK2(text)
            case .kimiK3: try parseKimiK3(text)
            case .longcat: try parseLongcat(text, schemas)
            case .minimaxM2: try parseMinimaxM2(text, schemas)
            case .minicpm5: try parseMiniCPM5(text, schemas)
            case .museSpark: try parseMuseSpark(text)
            case .pythonic: try parsePythonic(text)
            }
        guard !calls.isEmpty else { throw ToolCallError(text: text) }
        return calls
    }
}

/// A text that is no call of a tool.
public struct ToolCallError: Error, Equatable, CustomStringConvertible {
    /// The text.
    public let text: String

    public var description: String { "no call of a tool: \(text)" }
}
