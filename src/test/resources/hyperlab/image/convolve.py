"""Images and expected numbers of GrayImageTest and ConvolveCommandTest.

Run it in its folder with NumPy, Pillow, SciPy and PyTorch 2.x:  python3 convolve.py
It writes the images and convolve.json. Feature maps come from torch.nn.functional.conv2d in float64. Those with stride 1 and
padding that keeps the size are also checked against scipy.ndimage.correlate with zero padding. Gray values follow from the
pixels that the script draws, not from a library's conversion.
"""

import json
import pathlib
import random
from math import comb

import numpy
import scipy.ndimage
import torch
from PIL import Image

HERE = pathlib.Path(__file__).parent
HEIGHT, WIDTH = 11, 9

FIXED = {
    "sharpen": [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
    "sobelX": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
    "sobelY": [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
    "laplacian": [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
    "emboss": [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]],
}

# picture, filter, kernel, stride, padding, dilation
CASES = [
    ("grey8", "identity", 1, 1, 0, 1),
    ("grey8", "identity", 5, 1, 2, 1),
    ("grey8", "box", 3, 1, 0, 1),
    ("grey8", "box", 4, 3, 1, 1),
    ("grey8", "gaussian", 3, 1, 1, 1),
    ("grey8", "gaussian", 7, 2, 3, 1),
    ("grey8", "gaussian", 3, 1, 3, 3),
    ("grey8", "box", 2, 1, 4, 5),
    ("grey8", "sharpen", 3, 1, 1, 1),
    ("grey8", "emboss", 3, 2, 5, 2),
    ("colour8", "sobelX", 3, 1, 1, 1),
    ("colour8", "sobelY", 3, 2, 1, 1),
    ("colour8", "laplacian", 3, 1, 2, 2),
    ("grey16", "sobelX", 3, 4, 0, 1),
]


def kernel_of(name, side):
    if name in FIXED:
        return numpy.array(FIXED[name], dtype=float)
    if name == "box":
        return numpy.full((side, side), 1.0 / side**2)
    if name == "gaussian":
        row = numpy.array([comb(side - 1, i) / 2 ** (side - 1) for i in range(side)])
        return numpy.outer(row, row)
    kernel = numpy.zeros((side, side))
    kernel[side // 2, side // 2] = 1
    return kernel


def luma(pixels):
    return pixels[..., 0] * 0.299 + pixels[..., 1] * 0.587 + pixels[..., 2] * 0.114


def pictures(source):
    """A file of each PNG color type and one GIF, with their gray values."""
    def drawn(*shape, top=255):
        return numpy.array([source.randint(0, top) for _ in range(int(numpy.prod(shape)))]).reshape(shape)

    size = (HEIGHT, WIDTH)
    gray = {}

    def keep(name, image, numbers, ending="png", **options):
        image.save(HERE / f"{name}.{ending}", **options)
        gray[name] = numpy.asarray(numbers, dtype=float)

    eight = drawn(*size)
    keep("grey8", Image.fromarray(eight.astype(numpy.uint8), "L"), eight)
    sixteen = drawn(*size, top=65535)
    keep("grey16", Image.fromarray(sixteen.astype(numpy.uint16)), sixteen / 257)
    color = drawn(*size, 3)
    keep("colour8", Image.fromarray(color.astype(numpy.uint8), "RGB"), luma(color))
    clear = drawn(*size, 4)
    opacity = clear[..., 3] / 255
    keep("clear8", Image.fromarray(clear.astype(numpy.uint8), "RGBA"),
         opacity * luma(clear[..., :3]) + (1 - opacity) * 255)
    veiled = drawn(*size, 2)
    opacity = veiled[..., 1] / 255
    keep("veiled8", Image.fromarray(veiled.astype(numpy.uint8), "LA"), opacity * veiled[..., 0] + (1 - opacity) * 255)
    bits = drawn(*size, top=1)
    keep("grey1", Image.fromarray((bits * 255).astype(numpy.uint8), "L").convert("1", dither=0), bits * 255)
    palette = drawn(7, 3)
    places = drawn(*size, top=6)
    for name, ending in (("palette", "png"), ("frame", "gif")):
        image = Image.fromarray(places.astype(numpy.uint8), "P")
        image.putpalette(palette.flatten().tolist())
        keep(name, image, luma(palette[places]), ending, optimize=False)
    return gray


def feature_map(pixels, name, side, stride, padding, dilation):
    kernel = kernel_of(name, side)
    result = torch.nn.functional.conv2d(
        torch.from_numpy(pixels)[None, None], torch.from_numpy(kernel)[None, None],
        stride=stride, padding=padding, dilation=dilation)[0, 0].numpy()
    if stride == 1 and dilation == 1 and side % 2 == 1 and padding == side // 2:
        other = scipy.ndimage.correlate(pixels, kernel, mode="constant")
        assert numpy.allclose(result, other, rtol=0, atol=1e-12)
    return result


def main():
    gray = pictures(random.Random(22))
    cases = [{
        "picture": picture, "filter": name, "kernel": side, "stride": stride, "padding": padding, "dilation": dilation,
        "map": feature_map(gray[picture], name, side, stride, padding, dilation).tolist(),
    } for picture, name, side, stride, padding, dilation in CASES]
    text = json.dumps({"grey": {name: pixels.tolist() for name, pixels in gray.items()}, "cases": cases})
    (HERE / "convolve.json").write_text(text.replace('{"picture"', '\n{"picture"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
