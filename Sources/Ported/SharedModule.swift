import MLXNN

/// A module without parameters that all models may hold at once, as Python's default arguments are.
///
/// Modules find their properties when they are first asked for them. This one has found them before
/// anybody gets it, so that models on several threads change nothing of it but whether it is in
/// training, which its calls must not ask.
public func shareable<SharedModule: Module>(_ module: SharedModule) -> SharedModule {
    _ = module.parameters()
    return module
}
