import mlx.core as mx


def seed():
    mx.random.seed(11)
    return mx.random.uniform(shape=[3])


def key(): return mx.random.key(7)
def split(): return mx.random.split(mx.random.key(5))
def split_many(): return mx.random.split(mx.random.key(5), 4)
def split_part(): return mx.random.split(mx.random.key(9), num=3)[1]
def normal(): return mx.random.normal()
def normal_shape(sizes: list[int]): return mx.random.normal(sizes)
def normal_tuple(): return mx.random.normal((2, 3), dtype=mx.float16)
def normal_scaled(): return mx.random.normal([4], loc=1.5, scale=0.5)
def normal_key(): return mx.random.normal((3,), dtype=mx.bfloat16, key=mx.random.key(2))
def uniform(): return mx.random.uniform()
def uniform_shape(sizes: list[int]): return mx.random.uniform(shape=sizes)
def uniform_bounds(): return mx.random.uniform(-1.5, 2.5, (3, 2))
def uniform_integers(): return mx.random.uniform(low=-1, high=3, shape=(4,), dtype=mx.float16)
def uniform_key(): return mx.random.uniform(shape=(3,), key=mx.random.key(3))
def uniform_arrays(a, b): return mx.random.uniform(a, b, [3, 1, 4])
def randint(): return mx.random.randint(0, 10, [4])
def randint_one(): return mx.random.randint(-5, 5)
def randint_tuple(): return mx.random.randint(low=3, high=100, shape=(2, 3), key=mx.random.key(1))
def randint_dtype(): return mx.random.randint(0, 100, (5,), dtype=mx.int64)
def randint_small(): return mx.random.randint(0, 100, (5,), dtype=mx.uint8)
def randint_arrays(i): return mx.random.randint(i, i + 10, (3,))
def categorical(a): return mx.random.categorical(a)
def categorical_axis(a): return mx.random.categorical(a, axis=0)
def categorical_samples(a): return mx.random.categorical(a, num_samples=5)
def categorical_shape(row): return mx.random.categorical(row, shape=[3, 2])
def categorical_key(a): return mx.random.categorical(a, -1, key=mx.random.key(4))
def permutation(): return mx.random.permutation(8)
def permutation_rows(a): return mx.random.permutation(a)
def permutation_axis(a): return mx.random.permutation(a, axis=-1, key=mx.random.key(6))
