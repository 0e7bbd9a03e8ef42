"""Rewrites the Python of model modules while they are imported, so that an observer sees the values of
parameters, assignments and results, each with the place in the source that it comes from."""

import ast
import importlib.abc
import importlib.machinery
import sys
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

# Names that Python leaves as they are within classes.
SEE, RESULT = "__mlx_port_see__", "__mlx_port_result__"
PART = "__mlx_port_part__"


@dataclass(frozen=True)
class Place:
    """Where in the source a value is bound."""

    module: str
    # The function or class around it: `Attention.__call__`.
    scope: str
    line: int
    # Counted from 1.
    column: int
    # `parameter`, `local`, `loop`, `attribute`, `result`; `member` of something else than `self`, and `part`
    # for what a subscript stores.
    role: str
    name: str
    # Where the statement begins that binds it: `line:column`, both counted from 1.
    statement: str = ""


class Observer(Protocol):
    """Who is told of values."""

    def see(self, place: Place, value: Any) -> None:
        """A parameter has come in, an assignment is done, or a function is about to return."""


@contextmanager
def instrumented(modules: Iterable[str], observer: Observer):
    """While active, the modules of these dotted names are rewritten as they are imported.

    They must not have been imported before.
    """
    finder = Finder(frozenset(modules), observer)
    sys.meta_path.insert(0, finder)
    try:
        yield finder
    finally:
        sys.meta_path.remove(finder)


class Finder(importlib.abc.MetaPathFinder):
    """Finds the modules to rewrite where Python itself finds them."""

    def __init__(self, modules: frozenset[str], observer: Observer):
        self.modules = modules
        self.observer = observer
        # Those that were imported.
        self.loaded: set[str] = set()

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        """The specification of a module to rewrite, None for others."""
        if name not in self.modules:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None and isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            spec.loader = Loader(name, spec.loader.path, self)
        return spec


class Loader(importlib.machinery.SourceFileLoader):
    """Compiles a module from its rewritten source; no bytecode is read or kept."""

    def __init__(self, name: str, path: str, finder: Finder):
        super().__init__(name, path)
        self._finder = finder
        self._places: list[Place] = []

    def get_code(self, fullname: str) -> Any:
        """The rewritten module's code."""
        path = self.get_filename(fullname)
        tree = ast.parse(self.get_data(path), path)
        rewriter = Rewriter(fullname, self._places)
        return compile(ast.fix_missing_locations(rewriter.visit(tree)), path, "exec")

    def exec_module(self, module: Any) -> None:
        """Runs the module with the observer in reach."""
        see, places = self._finder.observer.see, self._places
        setattr(module, SEE, lambda index, value: see(places[index], value))
        setattr(module, PART, lambda index, whole, part: see(places[index], stored(whole, part)))
        self._finder.loaded.add(module.__name__)
        super().exec_module(module)


def stored(whole: Any, part: Callable[[], Any]) -> Any:
    """What is seen where a part is stored: the whole of an array, else the part."""
    import mlx.core as mx

    return whole if isinstance(whole, mx.array) else part()


class Rewriter(ast.NodeTransformer):
    """Adds a call of the observer behind each binding of a name or attribute within a function."""

    def __init__(self, module: str, places: list[Place]):
        self._module = module
        self._places = places
        self._scopes: list[str] = []
        self._functions = 0

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._within(node)

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self._functions += 1
        self._within(node)
        self._functions -= 1
        scope = ".".join([*self._scopes, node.name])
        parameters = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        seen = [
            self._see("parameter", parameter.arg, name(parameter.arg), parameter, scope, node)
            for parameter in parameters
            if parameter.arg != "self"
        ]
        docstring = 1 if ast.get_docstring(node, clean=False) is not None else 0
        node.body[docstring:docstring] = seen
        # A function that runs off its end returns None; one that returns nowhere tells nothing.
        return node

    def visit_Assign(self, node: ast.Assign) -> Any:
        return [node, *self._bindings(node.targets, node)]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        return [node, *(self._bindings([node.target], node) if node.value is not None else [])]

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        return [node, *self._bindings([node.target], node)]

    def visit_NamedExpr(self, node: ast.NamedExpr) -> Any:
        self.generic_visit(node)
        if not self._functions:
            return node
        see = self._bindings([node.target], node)[0]
        # What is named is told before the expression around it goes on.
        both = ast.Tuple([node, see.value], ast.Load())
        return ast.copy_location(ast.Subscript(both, ast.Constant(0), ast.Load()), node)

    def visit_For(self, node: ast.For) -> Any:
        self.generic_visit(node)
        node.body[0:0] = self._bindings([node.target], node, "loop")
        return node

    def visit_Return(self, node: ast.Return) -> Any:
        if node.value is None or not self._functions:
            return node
        # The value is computed once, under a name of its own.
        assign = ast.copy_location(
            ast.Assign(targets=[ast.Name(RESULT, ast.Store())], value=node.value), node
        )
        see = self._see("result", "", name(RESULT), node, ".".join(self._scopes), node)
        back = ast.copy_location(ast.Return(name(RESULT)), node)
        return [assign, see, back]

    def _within(self, node: Any) -> Any:
        self._scopes.append(node.name)
        self.generic_visit(node)
        self._scopes.pop()
        return node

    def _bindings(
        self, targets: list[ast.expr], statement: ast.stmt, role: str = "local"
    ) -> list[ast.stmt]:
        """A call of the observer for each name, attribute and subscript among the targets."""
        if not self._functions:
            return []
        scope = ".".join(self._scopes)
        seen = []
        for target in targets:
            match target:
                case ast.Name(id=identifier):
                    seen.append(
                        self._see(role, identifier, name(identifier), target, scope, statement)
                    )
                case ast.Attribute(value=ast.Name(id="self"), attr=attribute):
                    value = ast.Attribute(name("self"), attribute, ast.Load())
                    seen.append(
                        self._see("attribute", attribute, value, target, scope, statement)
                    )
                case ast.Attribute():
                    seen.append(
                        self._see("member", ".", read(target), target, scope, statement)
                    )
                case ast.Subscript(value=base):
                    seen.append(
                        self._see("part", "[]", read(base), target, scope, statement, target)
                    )
                case ast.Tuple(elts=parts) | ast.List(elts=parts):
                    seen += self._bindings(parts, statement, role)
                case ast.Starred(value=part):
                    seen += self._bindings([part], statement, role)
        return seen

    def _see(
        self,
        role: str,
        identifier: str,
        value: ast.expr,
        at: Any,
        scope: str,
        statement: ast.stmt | None = None,
        part: ast.expr | None = None,
    ) -> ast.stmt:
        start = f"{statement.lineno}:{statement.col_offset + 1}" if statement else ""
        self._places.append(
            Place(self._module, scope, at.lineno, at.col_offset + 1, role, identifier, start)
        )
        arguments = [ast.Constant(len(self._places) - 1), value]
        if part is not None:
            nothing = ast.arguments([], [], None, [], [], None, [])
            arguments.append(ast.Lambda(nothing, read(part)))
        call = ast.Call(name(SEE if part is None else PART), arguments, [])
        return ast.copy_location(ast.Expr(call), at)


def read(target: ast.expr) -> ast.expr:
    """The expression that reads what a target assigns."""
    return ast.parse(ast.unparse(target), mode="eval").body


def name(identifier: str) -> ast.Name:
    """A name that is read."""
    return ast.Name(identifier, ast.Load())
