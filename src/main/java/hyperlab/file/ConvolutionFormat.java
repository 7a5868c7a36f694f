package hyperlab.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.DigitNetworkSettings;
import hyperlab.convolution.ImageSelection;
import hyperlab.convolution.KernelSelection;
import hyperlab.convolution.UserImage;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.image.KnownFilter;
import hyperlab.nn.ConvolutionSpec;
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

    private static final ConvolutionLabSettings DEFAULT = ConvolutionLabSettings.DEFAULT;
    private static final List<String> FILTERS = Stream.concat(
                    KnownFilter.names().stream(), Stream.of(KernelSelection.USER_DEFINED))
            .toList();

    private ConvolutionFormat() {}

    static ConvolutionLabSettings read(ObjectNode node) {
        JsonObjectReader keys = new JsonObjectReader(node);
        keys.text("format", FORMAT);
        ConvolutionLabSettings setup = DEFAULT.withSeed(keys.longInteger("seed", DEFAULT.seed()))
                .withImage(keys.object("image", ConvolutionFormat::image))
                .withKernel(keys.object("kernel", ConvolutionFormat::kernel))
                .withStride(keys.integer("stride", DEFAULT.stride(), 1, ConvolutionLabSettings.MAX_STRIDE))
                .withPadding(keys.integer("padding", DEFAULT.padding(), 0, ConvolutionLabSettings.MAX_PADDING))
                .withDilation(keys.integer("dilation", DEFAULT.dilation(), 1, ConvolutionLabSettings.MAX_DILATION))
                .withFilters(keys.integer("filters", DEFAULT.filters(), 1, ConvolutionSpec.MAX_FILTERS))
                .withNetwork(keys.object("network", ConvolutionFormat::network))
                .withShift(keys.integer(
                        "shift", DEFAULT.shift(), -ConvolutionLabSettings.MAX_SHIFT, ConvolutionLabSettings.MAX_SHIFT));
        PoolingEntry pooled = keys.object("pooling", ConvolutionFormat::pooling);
        keys.rejectUnknownKeys();
        return setup.withPooling(pooled.kind()).withPool(pooled.side());
    }

    private record PoolingEntry(Pooling kind, int side) {}

    private static PoolingEntry pooling(JsonObjectReader keys) {
        return new PoolingEntry(
                keys.oneOf("kind", Pooling.values(), Pooling::fileName, DEFAULT.pooling()),
                keys.integer("side", DEFAULT.pool(), 2, ConvolutionLabSettings.MAX_POOL));
    }

    private static ImageSelection image(JsonObjectReader keys) {
        String source =
                keys.choice("source", ImageSelection.SOURCES, DEFAULT.image().source());
        if (source.equals(ImageSelection.USER_IMAGE)) {
            UserImage paper = UserImage.blankDrawing();
            return ImageSelection.of(new UserImage(
                    keys.text("name", paper.name()),
                    keys.integer("height", paper.height(), 1, UserImage.MAX_SIDE),
                    keys.integer("width", paper.width(), 1, UserImage.MAX_SIDE),
                    keys.text("levels", paper.levels()),
                    keys.flag("ink", paper.ink())));
        }
        boolean defaults = source.equals(DEFAULT.image().source());
        int sample = keys.integer(
                "sample",
                defaults ? DEFAULT.image().sample() : 0,
                0,
                Math.max(0, ImageSelection.sampleCount(source) - 1));
        return new ImageSelection(source, sample, null);
    }

    private static KernelSelection kernel(JsonObjectReader keys) {
        KernelSelection defaults = DEFAULT.kernel();
        int side = keys.integer("side", defaults.side(), 1, KernelSelection.MAX_SIDE);
        Optional<KnownFilter> known = KnownFilter.byName(keys.choice("filter", FILTERS, defaults.filter()));
        if (known.isPresent()) {
            return KernelSelection.of(known.get(), side);
        }
        List<Double> numbers = keys.numbers("numbers", defaults.values());
        return new KernelSelection(KernelSelection.USER_DEFINED, side, numbers);
    }

    private static DigitNetworkSettings network(JsonObjectReader keys) {
        DigitNetworkSettings defaults = DEFAULT.network();
        String data = keys.choice("data", DigitNetworkSettings.DATA, defaults.data());
        int rows = DigitNetworkSettings.rowCount(data);
        return new DigitNetworkSettings(
                data,
                keys.integer("samples", Math.min(defaults.samples(), rows), DigitNetworkSettings.MIN_SAMPLES, rows),
                keys.integer("filters", defaults.filters(), 1, DigitNetworkSettings.MAX_FILTERS),
                keys.integer("secondFilters", defaults.secondFilters(), 0, DigitNetworkSettings.MAX_FILTERS),
                keys.integer("kernel", defaults.kernel(), 1, KernelSelection.MAX_SIDE),
                keys.integer("stride", defaults.stride(), 1, DigitNetworkSettings.MAX_STRIDE),
                keys.integer("pool", defaults.pool(), 1, DigitNetworkSettings.MAX_POOL),
                keys.integer("epochs", defaults.epochs(), 1, DigitNetworkSettings.MAX_EPOCHS),
                keys.number("learningRate", defaults.learningRate()),
                keys.integer("batchSize", defaults.batch(), 1, DigitNetworkSettings.MAX_BATCH));
    }

    static ObjectNode write(ConvolutionLabSettings setup) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("seed", setup.seed());
        write(setup.image(), node.putObject("image"));
        ObjectNode kernel =
                node.putObject("kernel").put("filter", setup.kernel().filter());
        kernel.put("side", setup.kernel().side());
        if (setup.kernel().knownFilter().isEmpty()) {
            ArrayNode numbers = kernel.putArray("numbers");
            setup.kernel().values().forEach(numbers::add);
        }
        node.put("stride", setup.stride());
        node.put("padding", setup.padding());
        node.put("dilation", setup.dilation());
        node.putObject("pooling").put("kind", setup.pooling().fileName()).put("side", setup.pool());
        node.put("filters", setup.filters());
        DigitNetworkSettings network = setup.network();
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

    private static void write(ImageSelection image, ObjectNode node) {
        node.put("source", image.source());
        UserImage own = image.userImage();
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
