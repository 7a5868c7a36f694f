#!/usr/bin/python3
"""Creates the images in assets/images: two photographs, cropped and scaled, and one image drawn here.

The photographs are those of scikit-learn (Debian's python3-sklearn); assets/images/SOURCES.md gives
their authors. Run it from the top-level folder.
"""
import os

import numpy
import sklearn.datasets
from PIL import Image, ImageDraw

SIDE = 256
OUT = "assets/images"


def photograph(name, left, top, side, out):
    folder = os.path.join(os.path.dirname(sklearn.datasets.__file__), "images")
    image = Image.open(os.path.join(folder, name)).convert("L")
    image = image.crop((left, top, left + side, top + side)).resize((SIDE, SIDE), Image.LANCZOS)
    image.save(os.path.join(OUT, out), optimize=True)


def shapes():
    """Edges in every direction, stripes of decreasing width, thin lines, a gradient, a disc, and noise."""
    scale = 4
    big = Image.new("L", (SIDE * scale, SIDE * scale), 128)
    draw = ImageDraw.Draw(big)

    def box(x0, y0, x1, y1, level):
        draw.rectangle([x0 * scale, y0 * scale, x1 * scale - 1, y1 * scale - 1], fill=level)

    box(0, 0, 128, 128, 235)
    draw.ellipse([24 * scale, 24 * scale, 104 * scale, 104 * scale], fill=20)
    draw.polygon([(64 * scale, 40 * scale), (92 * scale, 88 * scale), (36 * scale, 88 * scale)], fill=200)
    x, width = 132, 14
    while width >= 1:
        box(x, 8, x + width, 60, 20)
        box(x + width, 8, x + 2 * width, 60, 235)
        x += 2 * width
        width -= 3
    for k in range(9):
        angle = numpy.pi * k / 8
        center = (192 * scale, 122 * scale)
        end = (center[0] + 52 * scale * numpy.cos(angle), center[1] - 52 * scale * numpy.sin(angle))
        draw.line([center, end], fill=250 if k % 2 else 10, width=scale * (1 + k % 3))
    image = numpy.asarray(big.resize((SIDE, SIDE), Image.BOX)).astype(float).copy()
    image[136:188, 8:248] = numpy.linspace(0, 255, 240)
    rng = numpy.random.default_rng(7)
    image[196:248, 8:120] = 128 + 50 * rng.standard_normal((52, 112))
    for row in range(196, 248):
        for column in range(136, 248):
            image[row, column] = 235 if ((row - 196) // 8 + (column - 136) // 8) % 2 else 20
    Image.fromarray(numpy.clip(numpy.rint(image), 0, 255).astype(numpy.uint8)).save(
        os.path.join(OUT, "shapes.png"), optimize=True)


photograph("china.jpg", 100, 0, 420, "temple.png")
photograph("flower.jpg", 110, 0, 420, "flower.png")
shapes()
