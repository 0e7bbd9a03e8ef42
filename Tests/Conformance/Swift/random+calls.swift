import MLX
import ModelPorted

/// The cases of `Cases/random.py` by name.
func randomCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "seed": return outcome(randomSeed())
    case "key": return outcome(randomKey())
    case "split": return outcome(randomSplit())
    case "split_many": return outcome(randomSplitMany())
    case "split_part": return outcome(randomSplitPart())
    case "normal": return outcome(randomNormal())
    case "normal_shape": return outcome(randomNormalShape(x.integers(0)))
    case "normal_tuple": return outcome(randomNormalTuple())
    case "normal_scaled": return outcome(randomNormalScaled())
    case "normal_key": return outcome(randomNormalKey())
    case "uniform": return outcome(randomUniform())
    case "uniform_shape": return outcome(randomUniformShape(x.integers(0)))
    case "uniform_bounds": return outcome(randomUniformBounds())
    case "uniform_integers": return outcome(randomUniformIntegers())
    case "uniform_key": return outcome(randomUniformKey())
    case "uniform_arrays": return outcome(randomUniformArrays(x.array(0), b: x.array(1)))
    case "randint": return outcome(randomRandint())
    case "randint_one": return outcome(randomRandintOne())
    case "randint_tuple": return outcome(randomRandintTuple())
    case "randint_dtype": return outcome(randomRandintDtype())
    case "randint_small": return outcome(randomRandintSmall())
    case "randint_arrays": return outcome(randomRandintArrays(x.array(0)))
    case "categorical": return outcome(randomCategorical(x.array(0)))
    case "categorical_axis": return outcome(randomCategoricalAxis(x.array(0)))
    case "categorical_samples": return outcome(randomCategoricalSamples(x.array(0)))
    case "categorical_shape": return outcome(randomCategoricalShape(x.array(0)))
    case "categorical_key": return outcome(randomCategoricalKey(x.array(0)))
    case "permutation": return outcome(randomPermutation())
    case "permutation_rows": return outcome(randomPermutationRows(x.array(0)))
    case "permutation_axis": return outcome(randomPermutationAxis(x.array(0)))
    default: return nil
    }
}
