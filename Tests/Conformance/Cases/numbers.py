import math

import numpy as np


def sqrt(x: float): return math.sqrt(x)
def sqrt_of_integer(n: int): return math.sqrt(n)
def log2(x: float): return math.log2(x)
def log10(x: float): return math.log10(x)
def exp(x: float): return math.exp(x)
def expm1(x: float): return math.expm1(x)
def log1p(x: float): return math.log1p(x)
def tan(x: float): return math.tan(x)
def cos(x: float): return math.cos(x)
def sin(x: float): return math.sin(x)
def tanh(x: float): return math.tanh(x)
def atan(x: float): return math.atan(x)
def acos(x: float): return math.acos(x)
def asin(x: float): return math.asin(x)
def log(x: float): return math.log(x)
def log_base(x: float): return math.log(x, 2.5)
def log_of_integer(n: int): return math.log(n)
def power(x: float, y: float): return math.pow(x, y)
def radians(x: float): return math.radians(x)
def ceil(x: float): return math.ceil(x)
def ceil_quotient(n: int): return math.ceil(n / 3)
def floor(x: float): return math.floor(x)
def prod(sizes: list[int]): return math.prod(sizes)
def prod_start(sizes: list[int]): return math.prod(sizes, start=3)
def isqrt(n: int): return math.isqrt(n)
def isfinite(x: float): return math.isfinite(x)
def isinf(x: float): return math.isinf(x)
def numpy_ceil(x: float): return np.ceil(x)
def numpy_floor(x: float): return np.floor(x)
def numpy_sqrt(x: float): return np.sqrt(x)
def numpy_prod(sizes: list[int]): return np.prod(sizes)
def numpy_pi(): return np.pi
def numpy_inf(): return np.inf
def pi(): return math.pi
def e(): return math.e
def inf(): return math.inf
def nan(): return math.nan
