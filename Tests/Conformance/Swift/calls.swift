/// Calls a case; `nil` if there is none of that name.
func call(_ file: String, _ name: String, _ x: Arguments) throws -> [Value]? {
    switch file {
    case "activations": try activationsCase(name, x)
    case "attention": try attentionCase(name, x)
    case "caches": try cachesCase(name, x)
    case "convolution": try convolutionCase(name, x)
    case "creation": try creationCase(name, x)
    case "elementwise": try elementwiseCase(name, x)
    case "engine": try engineCase(name, x)
    case "experts": try expertsCase(name, x)
    case "fast": try fastCase(name, x)
    case "indexing": try indexingCase(name, x)
    case "interpolation": try interpolationCase(name, x)
    case "layers": try layersCase(name, x)
    case "linalg": try linalgCase(name, x)
    case "lm_shared": try lmSharedCase(name, x)
    case "methods": try methodsCase(name, x)
    case "numbers": try numbersCase(name, x)
    case "operators": try operatorsCase(name, x)
    case "quantization": try quantizationCase(name, x)
    case "random": try randomCase(name, x)
    case "recurrent": try recurrentCase(name, x)
    case "reduction": try reductionCase(name, x)
    case "resizing": try resizingCase(name, x)
    case "rotary": try rotaryCase(name, x)
    case "shape": try shapeCase(name, x)
    default: nil
    }
}
