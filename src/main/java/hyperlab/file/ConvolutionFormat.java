package hyperlab.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.convolution.ConvolutionSetup;
import hyperlab.convolution.ImageChoice;
import hyperlab.convolution.KernelChoice;
import hyperlab.convolution.NetworkChoice;
import hyperlab.convolution.OwnImage;
import hyperlab.image.KnownFilter;
import hyperlab.nn.Convolution;
import hyperlab.nn.Pooling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code hyperlab-convolution/1} as a JSON tree: the Convolution lab's settings.
 *
 * <pre>{@code
 * {
 *   "format": "hyperlab-convolution/1",
 *   "seed": 42,
 *   "image": {"source": "mnist", "sample": 4},
 *   "kernel": {"filter": "sobelX", "side": 3},
 *   "stride": 2, "padding": 0, "dilation": 1,
 *   "pooling": {"kind": "none", "side": 2},
 *   "filters": 8,
 *   "network": {"data": "mnist", "samples": 2000, "filters": 8, "secondFilters": 8, "kernel": 5, "stride": 1,
 *               "pool": 2, "epochs": 4, "learningRate": 0.005, "batchSize": 32},
 *   "shift": 0
 * }
 * }</pre>
 *
 * Every key except {@code format} is optional; the defaults are as above. {@code image.source} may be {@code own} with
 * {@code name}, {@code height}, {@code width}, {@code ink} and {@code levels}, one byte per pixel in Base64;
 * {@code kernel.filter} may be {@code own} with {@code numbers} in row-major order. All keys are written.
 */
final class ConvolutionFormat {
    static final String FORMAT = "hyperlab-convolution/1";

    private static final ConvolutionSetup DEFAULT = ConvolutionSetup.DEFAULT;
    private static final List<String> FILTERS = Stream.concat(KnownFilter.names().stream(), Stream.of(KernelChoice.OWN))
            .toList();

    private ConvolutionFormat() {}

    static ConvolutionSetup read(ObjectNode node) {
        Keys keys = new Keys(node);
        keys.text("format", FORMAT);
        ConvolutionSetup setup = DEFAULT.withSeed(keys.wholeLong("seed", DEFAULT.seed()))
                .withImage(keys.object("image", ConvolutionFormat::image))
                .withKernel(keys.object("kernel", ConvolutionFormat::kernel))
                .withStride(keys.whole("stride", DEFAULT.stride(), 1, ConvolutionSetup.MOST_STRIDE))
                .withPadding(keys.whole("padding", DEFAULT.padding(), 0, ConvolutionSetup.MOST_PADDING))
                .withDilation(keys.whole("dilation", DEFAULT.dilation(), 1, ConvolutionSetup.MOST_DILATION))
                .withFilters(keys.whole("filters", DEFAULT.filters(), 1, Convolution.MOST_FILTERS))
                .withNetwork(keys.object("network", ConvolutionFormat::network))
                .withShift(keys.whole(
                        "shift", DEFAULT.shift(), -ConvolutionSetup.MOST_SHIFT, ConvolutionSetup.MOST_SHIFT));
        Pooled pooled = keys.object("pooling", ConvolutionFormat::pooling);
        keys.refuseOthers();
        return setup.withPooling(pooled.kind()).withPool(pooled.side());
    }

    private record Pooled(Pooling kind, int side) {}

    private static Pooled pooling(Keys keys) {
        return new Pooled(
                keys.oneOf("kind", Pooling.values(), Pooling::fileName, DEFAULT.pooling()),
                keys.whole("side", DEFAULT.pool(), 2, ConvolutionSetup.MOST_POOL));
    }

    private static ImageChoice image(Keys keys) {
        String source =
                keys.choice("source", ImageChoice.SOURCES, DEFAULT.image().source());
        if (source.equals(ImageChoice.OWN)) {
            OwnImage paper = OwnImage.paper();
            return ImageChoice.of(new OwnImage(
                    keys.text("name", paper.name()),
                    keys.whole("height", paper.height(), 1, OwnImage.MOST_SIDE),
                    keys.whole("width", paper.width(), 1, OwnImage.MOST_SIDE),
                    keys.text("levels", paper.levels()),
                    keys.flag("ink", paper.ink())));
        }
        boolean usual = source.equals(DEFAULT.image().source());
        int sample = keys.whole(
                "sample", usual ? DEFAULT.image().sample() : 0, 0, Math.max(0, ImageChoice.samples(source) - 1));
        return new ImageChoice(source, sample, null);
    }

    private static KernelChoice kernel(Keys keys) {
        KernelChoice usual = DEFAULT.kernel();
        int side = keys.whole("side", usual.side(), 1, KernelChoice.MOST_SIDE);
        Optional<KnownFilter> known = KnownFilter.named(keys.choice("filter", FILTERS, usual.filter()));
        if (known.isPresent()) {
            return KernelChoice.of(known.get(), side);
        }
        List<Double> numbers = keys.numbers("numbers", usual.numbers());
        return new KernelChoice(KernelChoice.OWN, side, numbers);
    }

    private static NetworkChoice network(Keys keys) {
        NetworkChoice usual = DEFAULT.network();
        String data = keys.choice("data", NetworkChoice.DATA, usual.data());
        int rows = NetworkChoice.rowsOf(data);
        return new NetworkChoice(
                data,
                keys.whole("samples", Math.min(usual.samples(), rows), NetworkChoice.FEWEST_SAMPLES, rows),
                keys.whole("filters", usual.filters(), 1, NetworkChoice.MOST_FILTERS),
                keys.whole("secondFilters", usual.secondFilters(), 0, NetworkChoice.MOST_FILTERS),
                keys.whole("kernel", usual.kernel(), 1, KernelChoice.MOST_SIDE),
                keys.whole("stride", usual.stride(), 1, NetworkChoice.MOST_STRIDE),
                keys.whole("pool", usual.pool(), 1, NetworkChoice.MOST_POOL),
                keys.whole("epochs", usual.epochs(), 1, NetworkChoice.MOST_EPOCHS),
                keys.number("learningRate", usual.learningRate()),
                keys.whole("batchSize", usual.batch(), 1, NetworkChoice.MOST_BATCH));
    }

    static ObjectNode write(ConvolutionSetup setup) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("seed", setup.seed());
        write(setup.image(), node.putObject("image"));
        ObjectNode kernel =
                node.putObject("kernel").put("filter", setup.kernel().filter());
        kernel.put("side", setup.kernel().side());
        if (setup.kernel().known().isEmpty()) {
            ArrayNode numbers = kernel.putArray("numbers");
            setup.kernel().numbers().forEach(numbers::add);
        }
        node.put("stride", setup.stride());
        node.put("padding", setup.padding());
        node.put("dilation", setup.dilation());
        node.putObject("pooling").put("kind", setup.pooling().fileName()).put("side", setup.pool());
        node.put("filters", setup.filters());
        NetworkChoice network = setup.network();
        node.putObject("network")
                .put("data", network.data())
                .put("samples", network.samples())
                .put("filters", network.filters())
                .put("secondFilters", network.secondFilters())
                .put("kernel", network.kernel())
                .put("stride", network.stride())
                .put("pool", network.pool())
                .put("epochs", network.epochs())
                .put("learningRate", network.learningRate())
                .put("batchSize", network.batch());
        node.put("shift", setup.shift());
        return node;
    }

    private static void write(ImageChoice image, ObjectNode node) {
        node.put("source", image.source());
        OwnImage own = image.own();
        if (own != null) {
            node.put("name", own.name())
                    .put("height", own.height())
                    .put("width", own.width())
                    .put("ink", own.ink())
                    .put("levels", own.levels());
        } else {
            node.put("sample", image.sample());
        }
    }
}
