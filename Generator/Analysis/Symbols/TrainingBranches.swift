import PythonSyntax

/// `if self.training: … else: …` in a layer: nothing trains here, so that only the other branch is left,
/// in the block around it.
enum TrainingBranches {
    static func removed(from function: FunctionDefinition) -> FunctionDefinition {
        FunctionDefinition(
            name: function.name, parameters: function.parameters, returns: function.returns,
            body: removed(from: function.body), decorators: function.decorators,
            isAsync: function.isAsync)
    }

    private static func removed(from block: [Statement]) -> [Statement] {
        block.flatMap { statement -> [Statement] in
            guard case .if(let test, let then, let otherwise) = statement.kind else {
                return [statement]
            }
            switch test.isTraining {
            case true?: return removed(from: otherwise)
            case false?: return removed(from: then)
            case nil:
                return [
                    Statement(
                        .if(
                            test: test, then: removed(from: then),
                            otherwise: removed(from: otherwise)), span: statement.span)
                ]
            }
        }
    }
}

extension Expression {
    /// Whether the expression is `self.training` (`true`) or `not self.training` (`false`).
    fileprivate var isTraining: Bool? {
        switch kind {
        case .attribute(let base, "training") where base.simpleName == "self": true
        case .unary(.not, let operand): operand.isTraining.map { !$0 }
        default: nil
        }
    }
}
