import Foundation

extension TemporaryFolder {
    /// A package mlx_vlm of the test's own, with one family.
    ///
    /// - Parameter modules: source text by the module's file, `config.py`.
    /// - Returns: the folder that holds the package.
    public func samplePackage(
        family: String, modules: [String: String], utilities: String = ""
    ) throws -> URL {
        try write("__version__ = \"1.2.3\"\n", to: "sample/mlx_vlm/version.py")
        try write("", to: "sample/mlx_vlm/__init__.py")
        try write("", to: "sample/mlx_vlm/models/__init__.py")
        try write(utilities, to: "sample/mlx_vlm/utils.py")
        for (file, text) in modules {
            try write(text, to: "sample/mlx_vlm/models/\(family)/\(file)")
        }
        return url.appending(path: "sample")
    }
}
