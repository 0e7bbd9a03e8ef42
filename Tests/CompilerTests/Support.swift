import Compiler
import CompilerTestSupport
import Foundation

/// The definition of the family that is installed and generated.
func llamaDefinition() throws -> FamilyDefinition {
    try FamilyDefinitions(folder: Repository.definitions).definition(of: "llama")
}

/// The family, from the installed package or a changed copy.
func compileLlama(source: URL? = nil, probes: Bool = false) throws -> CompiledFamily {
    try FamilyCompiler().compile(llamaDefinition(), source: source, probes: probes)
}
