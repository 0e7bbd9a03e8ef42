import Foundation
import MLXLMModels
import ModelRuntime
import ModelSessions

let folder = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
let factory = ModelFactory(types: MLXLMRegistry.types)
let container = try await ModelContainer.load(folder, factory: factory, package: .mlxLM)
var options = GenerationOptions()
options.maxTokens = 40
for try await event in container.generate(UserInput("Tell me a story."), options: options) {
    if case .text(let text) = event { print(text, terminator: "") }
}
print()
