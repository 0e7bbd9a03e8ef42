import mlx.core as mx


def conv1d(signal, kernel1): return mx.conv1d(signal, kernel1)
def conv1d_strided(signal, kernel1): return mx.conv1d(signal, kernel1, stride=2, padding=1, dilation=2)
def conv1d_groups(signal, kernel1): return mx.conv1d(signal, kernel1[:, :, :2], groups=2)
def conv2d(image, kernel2): return mx.conv2d(image, kernel2)
def conv2d_strided(image, kernel2): return mx.conv2d(image, kernel2, stride=2, padding=1)
def conv2d_pairs(image, kernel2): return mx.conv2d(image, kernel2, stride=(1, 2), padding=(2, 0), dilation=(1, 2))
def conv2d_depthwise(image, kernel2): return mx.conv2d(image, kernel2[:4, :, :, :1], groups=4)
def conv3d(volume, kernel3): return mx.conv3d(volume, kernel3)
def conv3d_triples(volume, kernel3): return mx.conv3d(volume, kernel3, stride=(1, 2, 1), padding=(1, 0, 1), dilation=1)
def conv3d_strided(volume, kernel3): return mx.conv3d(volume, kernel3, stride=2, padding=1)
def conv_transpose1d(signal, kernel1): return mx.conv_transpose1d(signal, kernel1)
def conv_transpose1d_strided(signal, kernel1): return mx.conv_transpose1d(signal, kernel1, stride=2, padding=1, output_padding=1)
def conv_general(image, kernel2): return mx.conv_general(image, kernel2)
def conv_general_lists(image, kernel2): return mx.conv_general(image, kernel2, stride=[1, 2], padding=[1, 0], kernel_dilation=[2, 1], input_dilation=2, flip=True)
def conv_general_number(signal, kernel1): return mx.conv_general(signal, kernel1, stride=2, padding=1)
def conv_general_pads(image, kernel2): return mx.conv_general(image, kernel2, padding=([1, 0], [0, 2]))
