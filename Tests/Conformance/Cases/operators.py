import mlx.core as mx


def add(a, b): return a + b
def add_int(a): return a + 2
def add_float(a): return a + 0.1
def add_bool(a): return a + True
def int_add(a): return 2 + a
def float_add(a): return 2.5 + a
def subtract(a, b): return a - b
def subtract_int(a): return a - 200
def int_subtract(a): return 1 - a
def float_subtract(a): return 0.1 - a
def multiply(a, b): return a * b
def multiply_float(a): return a * 1.7
def int_multiply(a): return 3 * a
def divide(a, b): return a / b
def divide_int(a): return a / 3
def int_divide(a): return 1 / a
def float_divide(a): return 0.3 / a
def power(a, e): return a**e
def power_int(a): return a**2
def power_float(a): return a**0.5
def float_power(e): return 10000.0**e
def int_power(e): return 2**e
def negate(a): return -a
def matmul(m, n): return m @ n
def less(a, b): return a < b
def less_int(a): return a < 1
def float_less(a): return 0.5 < a
def less_equal(a, b): return a <= b
def less_equal_float(a): return a <= 0.5
def greater(a, b): return a > b
def greater_int(a): return a > 2
def greater_equal(a, b): return a >= b
def greater_equal_float(a): return a >= 0.5
def equal(a, b): return a == b
def equal_int(a): return a == 1
def not_equal(a, b): return a != b
def not_equal_float(a): return a != 0.5
def both(a, b): return a & b
def either(a, b): return a | b
def and_int(a): return a & 3
def or_int(a): return a | 8
def chain(a, b): return -a * 2 + b / 4 - 1
def scaled_sum(a, b): return (a + b) * 0.5


def added_in_place(a, b):
    total = a + 0
    total += b
    return total


def scaled_in_place(a):
    total = a * 1
    total *= 2.5
    total -= 1
    total /= 3
    return total


def shared_in_place(a):
    total = a + 0
    other = total
    total += 1
    return total, other
