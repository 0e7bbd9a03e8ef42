import MLX
import ModelPorted

/// The cases of `Cases/numbers.py` by name.
func numbersCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "sqrt": return outcome(numbersCasesSqrt(x.number(0)))
    case "sqrt_of_integer": return outcome(numbersCasesSqrtOfInteger(x.integer(0)))
    case "log2": return outcome(numbersCasesLog2(x.number(0)))
    case "log10": return outcome(numbersCasesLog10(x.number(0)))
    case "exp": return outcome(numbersCasesExp(x.number(0)))
    case "expm1": return outcome(numbersCasesExpm1(x.number(0)))
    case "log1p": return outcome(numbersCasesLog1p(x.number(0)))
    case "tan": return outcome(numbersCasesTan(x.number(0)))
    case "cos": return outcome(numbersCasesCos(x.number(0)))
    case "sin": return outcome(numbersCasesSin(x.number(0)))
    case "tanh": return outcome(numbersCasesTanh(x.number(0)))
    case "atan": return outcome(numbersCasesAtan(x.number(0)))
    case "acos": return outcome(numbersCasesAcos(x.number(0)))
    case "asin": return outcome(numbersCasesAsin(x.number(0)))
    case "log": return outcome(numbersCasesLog(x.number(0)))
    case "log_base": return outcome(numbersCasesLogBase(x.number(0)))
    case "log_of_integer": return outcome(numbersCasesLogOfInteger(x.integer(0)))
    case "power": return outcome(numbersCasesPower(x.number(0), y: x.number(1)))
    case "radians": return outcome(numbersCasesRadians(x.number(0)))
    case "ceil": return outcome(try numbersCasesCeil(x.number(0)))
    case "ceil_quotient": return outcome(try numbersCasesCeilQuotient(x.integer(0)))
    case "floor": return outcome(try numbersCasesFloor(x.number(0)))
    case "prod": return outcome(numbersCasesProd(x.integers(0)))
    case "prod_start": return outcome(numbersCasesProdStart(x.integers(0)))
    case "isqrt": return outcome(try numbersCasesIsqrt(x.integer(0)))
    case "isfinite": return outcome(numbersCasesIsfinite(x.number(0)))
    case "isinf": return outcome(numbersCasesIsinf(x.number(0)))
    case "numpy_ceil": return outcome(numbersCasesNumpyCeil(x.number(0)))
    case "numpy_floor": return outcome(numbersCasesNumpyFloor(x.number(0)))
    case "numpy_sqrt": return outcome(numbersCasesNumpySqrt(x.number(0)))
    case "numpy_prod": return outcome(numbersCasesNumpyProd(x.integers(0)))
    case "numpy_pi": return outcome(numbersCasesNumpyPi())
    case "numpy_inf": return outcome(numbersCasesNumpyInf())
    case "pi": return outcome(numbersCasesPi())
    case "e": return outcome(numbersCasesE())
    case "inf": return outcome(numbersCasesInf())
    case "nan": return outcome(numbersCasesNan())
    default: return nil
    }
}
