import MLX
import ModelPorted

/// The cases of `Cases/random.py` by name.
func randomCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "seed": return outcome(randomCasesSeed())
    case "key": return outcome(randomCasesKey())
    case "split": return outcome(randomCasesSplit())
    case "split_many": return outcome(randomCasesSplitMany())
    case "split_part": return outcome(randomCasesSplitPart())
    case "normal": return outcome(randomCasesNormal())
    case "normal_shape": return outcome(randomCasesNormalShape(x.integers(0)))
    case "normal_tuple": return outcome(randomCasesNormalTuple())
    case "normal_scaled": return outcome(randomCasesNormalScaled())
    case "normal_key": return outcome(randomCasesNormalKey())
    case "uniform": return outcome(randomCasesUniform())
    case "uniform_shape": return outcome(randomCasesUniformShape(x.integers(0)))
    case "uniform_bounds": return outcome(randomCasesUniformBounds())
    case "uniform_integers": return outcome(randomCasesUniformIntegers())
    case "uniform_key": return outcome(randomCasesUniformKey())
    case "uniform_arrays": return outcome(randomCasesUniformArrays(x.array(0), b: x.array(1)))
    case "randint": return outcome(randomCasesRandint())
    case "randint_one": return outcome(randomCasesRandintOne())
    case "randint_tuple": return outcome(randomCasesRandintTuple())
    case "randint_dtype": return outcome(randomCasesRandintDtype())
    case "randint_small": return outcome(randomCasesRandintSmall())
    case "randint_arrays": return outcome(randomCasesRandintArrays(x.array(0)))
    case "categorical": return outcome(randomCasesCategorical(x.array(0)))
    case "categorical_axis": return outcome(randomCasesCategoricalAxis(x.array(0)))
    case "categorical_samples": return outcome(randomCasesCategoricalSamples(x.array(0)))
    case "categorical_shape": return outcome(randomCasesCategoricalShape(x.array(0)))
    case "categorical_key": return outcome(randomCasesCategoricalKey(x.array(0)))
    case "permutation": return outcome(randomCasesPermutation())
    case "permutation_rows": return outcome(randomCasesPermutationRows(x.array(0)))
    case "permutation_axis": return outcome(randomCasesPermutationAxis(x.array(0)))
    default: return nil
    }
}
