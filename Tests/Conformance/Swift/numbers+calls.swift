import MLX
import ModelPorted

/// The cases of `Cases/numbers.py` by name.
func numbersCase(_ name: String, _ x: Arguments) throws -> [Value]? {
    switch name {
    case "sqrt": return outcome(numbersSqrt(x.number(0)))
    case "sqrt_of_integer": return outcome(numbersSqrtOfInteger(x.integer(0)))
    case "log2": return outcome(numbersLog2(x.number(0)))
    case "log10": return outcome(numbersLog10(x.number(0)))
    case "exp": return outcome(numbersExp(x.number(0)))
    case "expm1": return outcome(numbersExpm1(x.number(0)))
    case "log1p": return outcome(numbersLog1p(x.number(0)))
    case "tan": return outcome(numbersTan(x.number(0)))
    case "cos": return outcome(numbersCos(x.number(0)))
    case "sin": return outcome(numbersSin(x.number(0)))
    case "tanh": return outcome(numbersTanh(x.number(0)))
    case "atan": return outcome(numbersAtan(x.number(0)))
    case "acos": return outcome(numbersAcos(x.number(0)))
    case "asin": return outcome(numbersAsin(x.number(0)))
    case "log": return outcome(numbersLog(x.number(0)))
    case "log_base": return outcome(numbersLogBase(x.number(0)))
    case "log_of_integer": return outcome(numbersLogOfInteger(x.integer(0)))
    case "power": return outcome(numbersPower(x.number(0), y: x.number(1)))
    case "radians": return outcome(numbersRadians(x.number(0)))
    case "ceil": return outcome(try numbersCeil(x.number(0)))
    case "ceil_quotient": return outcome(try numbersCeilQuotient(x.integer(0)))
    case "floor": return outcome(try numbersFloor(x.number(0)))
    case "prod": return outcome(numbersProd(x.integers(0)))
    case "prod_start": return outcome(numbersProdStart(x.integers(0)))
    case "isqrt": return outcome(try numbersIsqrt(x.integer(0)))
    case "isfinite": return outcome(numbersIsfinite(x.number(0)))
    case "isinf": return outcome(numbersIsinf(x.number(0)))
    case "numpy_ceil": return outcome(numbersNumpyCeil(x.number(0)))
    case "numpy_floor": return outcome(numbersNumpyFloor(x.number(0)))
    case "numpy_sqrt": return outcome(numbersNumpySqrt(x.number(0)))
    case "numpy_prod": return outcome(numbersNumpyProd(x.integers(0)))
    case "numpy_pi": return outcome(numbersNumpyPi())
    case "numpy_inf": return outcome(numbersNumpyInf())
    case "pi": return outcome(numbersPi())
    case "e": return outcome(numbersE())
    case "inf": return outcome(numbersInf())
    case "nan": return outcome(numbersNan())
    default: return nil
    }
}
