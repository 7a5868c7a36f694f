#!/usr/bin/python3
"""Expected feature maps for FeatureMapTest, from PyTorch, and from SciPy where it has the same operation. Run it from the
top-level folder.

Pixel i of an image is ((37 i + 11) mod 101)/101, number j of a kernel ((53 j + 7) mod 97 - 48)/16.
"""
import json

import numpy
import torch
from PIL import Image
from scipy.signal import correlate2d

CASES = [
    # height, width, kernel, stride, padding, dilation, pooling, pool
    (28, 28, 5, 2, 1, 1, "none", 2),
    (28, 28, 3, 2, 0, 1, "average", 2),
    (28, 28, 3, 1, 1, 2, "average", 3),
    (17, 23, 4, 3, 2, 2, "average", 2),
    (17, 23, 2, 1, 3, 4, "max", 4),
    (8, 8, 3, 1, 0, 3, "none", 2),
    (31, 9, 1, 5, 0, 1, "average", 2),
    (40, 40, 7, 1, 3, 1, "max", 2),
    (40, 40, 11, 4, 9, 3, "average", 4),
]

results = []
for height, width, kernel, stride, padding, dilation, pooling, pool in CASES:
    image = torch.tensor([((37 * i + 11) % 101) / 101 for i in range(height * width)], dtype=torch.float64)
    numbers = torch.tensor([((53 * j + 7) % 97 - 48) / 16 for j in range(kernel * kernel)], dtype=torch.float64)
    image = image.reshape(1, 1, height, width)
    numbers = numbers.reshape(1, 1, kernel, kernel)
    maps = torch.nn.functional.conv2d(image, numbers, stride=stride, padding=padding, dilation=dilation)
    spread = numpy.zeros(((kernel - 1) * dilation + 1,) * 2)
    spread[::dilation, ::dilation] = numbers[0, 0].numpy()
    other = correlate2d(numpy.pad(image[0, 0].numpy(), padding), spread, mode="valid")[::stride, ::stride]
    assert numpy.abs(other - maps[0, 0].numpy()).max() < 1e-12
    pooled = maps
    if pooling == "max":
        pooled = torch.nn.functional.max_pool2d(maps, pool)
    elif pooling == "average":
        pooled = torch.nn.functional.avg_pool2d(maps, pool)
    results.append({
        "height": height, "width": width, "kernel": kernel, "stride": stride, "padding": padding,
        "dilation": dilation, "pooling": pooling, "pool": pool,
        "map": maps.flatten().tolist(), "pooled": pooled.flatten().tolist(), "pooledWidth": pooled.shape[3],
    })

pixels = numpy.asarray(Image.open("assets/images/temple.png")).astype(float) / 255
sobel = numpy.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], float)
temple = correlate2d(pixels, sobel, mode="same")
json.dump({
    "cases": results,
    "temple": {"rows": temple[::64, ::16].tolist(), "sum": float(temple.sum()), "squares": float((temple**2).sum())},
}, open("src/test/resources/hyperlab/convolution/maps.json", "w"))
