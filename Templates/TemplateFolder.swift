import Foundation

/// Where the Stencil templates are, beside the executable.
public enum TemplateFolder {
    public static var url: URL { Bundle.module.resourceURL!.appendingPathComponent("Stencil") }
}
