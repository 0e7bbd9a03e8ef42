import PythonSyntax

/// Gives the analysis the modules of the Python package that is compiled, as they are asked for.
public protocol SourceSet {
    /// The import name of the package, `mlx_vlm`.
    var packageName: String { get }
    /// Whether the package has a module of this dotted name.
    func contains(module: String) -> Bool
    /// Whether the module of this name is a folder with an `__init__.py`.
    func isPackage(module: String) -> Bool
    /// The parsed module.
    ///
    /// - Throws: what parsing throws, for a file with a syntax error.
    func parsed(module: String) throws -> ParsedModule
}
