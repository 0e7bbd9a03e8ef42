import SwiftSyntax

/// Walks a file and tells which types it enters and leaves, extensions among them.
open class TypeScopeVisitor: SyntaxVisitor {
    /// A type begins.
    ///
    /// - Parameters:
    ///   - name: what it is called, or what is extended.
    ///   - declaration: the class; nil for others.
    open func enterType(_ name: String, _ declaration: ClassDeclSyntax?) {}

    /// The type that was entered last ends.
    ///
    /// - Parameter isClass: whether it is a class.
    open func leaveType(isClass: Bool) {}

    public final override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
        enterType(node.name.text, node)
        return .visitChildren
    }

    public final override func visitPost(_ node: ClassDeclSyntax) { leaveType(isClass: true) }

    public final override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
        enterType(node.name.text, nil)
        return .visitChildren
    }

    public final override func visitPost(_ node: StructDeclSyntax) { leaveType(isClass: false) }

    public final override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
        enterType(node.name.text, nil)
        return .visitChildren
    }

    public final override func visitPost(_ node: EnumDeclSyntax) { leaveType(isClass: false) }

    public final override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        enterType(node.extendedType.trimmedDescription, nil)
        return .visitChildren
    }

    public final override func visitPost(_ node: ExtensionDeclSyntax) { leaveType(isClass: false) }
}
