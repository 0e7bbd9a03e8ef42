import SwiftSyntax

extension FunctionParameterSyntax {
    /// Whether it may be a value of the model: no function, no pack, nothing that is given back.
    var isTold: Bool {
        let text = type.trimmedDescription
        return (secondName ?? firstName).text != "_" && ellipsis == nil
            && !["->", "inout ", "repeat ", "consuming ", "sending "].contains {
                text.contains($0)
            }
    }
}

extension CodeBlockSyntax {
    /// The statements of a function, those of the closure in `observe { … }` if that is all it does.
    var runStatements: CodeBlockItemListSyntax {
        guard statements.count == 1,
            let closure = statements.first?.expression?.withoutTry.functionBody,
            closure.signature == nil
        else { return statements }
        return closure.statements
    }
}

extension CodeBlockItemSyntax {
    /// Whether it is an expression that is given, and no `if` whose branches return.
    var isValue: Bool {
        guard let expression, !expression.endsTheProcess else { return false }
        guard expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) else {
            return true
        }
        return !tokens(viewMode: .sourceAccurate).contains { $0.text == "return" }
    }

    /// Whether it is `#if`, whose branches may each be the value of a function.
    var isConditional: Bool {
        guard case .decl(let declaration) = item else { return false }
        return declaration.is(IfConfigDeclSyntax.self)
    }

    /// The statement if it is an expression, `if` and `switch` among them.
    fileprivate var expression: ExprSyntax? {
        switch item {
        case .expr(let expression): expression
        case .stmt(let statement): statement.as(ExpressionStmtSyntax.self)?.expression
        case .decl: nil
        }
    }
}

extension ExprSyntax {
    /// Whether it is a call that does not return.
    var endsTheProcess: Bool {
        guard let call = self.as(FunctionCallExprSyntax.self) else { return false }
        return ["preconditionFailure", "fatalError"].contains(
            call.calledExpression.trimmedDescription)
    }
}
