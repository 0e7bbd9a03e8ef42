import mlx.core as mx


def astype_bool(a): return a.astype(mx.bool_)
def astype_uint8(a): return a.astype(mx.uint8)
def astype_uint16(a): return a.astype(mx.uint16)
def astype_uint32(a): return a.astype(mx.uint32)
def astype_uint64(a): return a.astype(mx.uint64)
def astype_int8(a): return a.astype(mx.int8)
def astype_int16(a): return a.astype(mx.int16)
def astype_int32(a): return a.astype(mx.int32)
def astype_int64(a): return a.astype(mx.int64)
def astype_float16(a): return a.astype(mx.float16)
def astype_bfloat16(a): return a.astype(mx.bfloat16)
def astype_float32(a): return a.astype(mx.float32)
def astype_float64(a): return a.astype(mx.float64)
def astype_complex64(a): return a.astype(mx.complex64)
def item_int(i): return int(i[0].item())
def item_float(a): return float(a.item())
def item_bool(a): return bool(a.item())
def shape(a): return a.shape
def dimension(a): return a.shape[-1]
def ndim(a): return a.ndim
def size(a): return a.size
def dtype(a): return a.dtype
def transposed(a): return a.T
def nbytes(a): return a.nbytes
def itemsize(a): return a.itemsize
def at(a): return a.at[0].add(1)


def startswith(s: str, t: str): return s.startswith(t)
def endswith(s: str, t: str): return s.endswith(t)
def replace(s: str): return s.replace("l", "xy")
def replace_once(s: str): return s.replace("l", "", 1)
def split(s: str): return s.split(".")
def characters(s: str): return [c for c in s + "aé😀"]
def split_words(s: str): return (s + "  x \ty ").split()
def split_once(s: str): return (s + ".a.b").split(".", 1)
def split_never(s: str): return (s + ".a.b").split(".", 0)
def split_always(s: str): return (s + ".a.b").split(".", -1)
def rsplit(s: str): return ("a..b." + s).rsplit(".", 2)
def strip(s: str): return ("\n " + s + " \t").strip()
def isdigit(s: str): return s.isdigit()
def isdigit_of_digits(sizes: list[int]): return str(len(sizes)).isdigit()
def is_integer(x: float): return x.is_integer()
def join(s: str): return s.join(["a", "b", ""])
def lower(s: str): return s.lower()
def upper(s: str): return s.upper()
def index(sizes: list[int]): return sizes.index(3)


def removeprefix(s: str, t: str): return s.removeprefix(t)
def removesuffix(s: str, t: str): return s.removesuffix(t)
def index_of_text(s: str): return s.index("l")
