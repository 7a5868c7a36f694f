package hyperlab.cli;

import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.ComponentParser;
import hyperlab.cli.io.ExitCode;
import hyperlab.cli.io.FindingPrinter;
import hyperlab.cli.io.LanguageOption;
import hyperlab.cli.io.OptionValues;
import hyperlab.cli.io.OutputFolder;
import hyperlab.convolution.ConvolutionDoctor;
import hyperlab.convolution.GeometryChange;
import hyperlab.image.GrayImage;
import hyperlab.image.ImageShape;
import hyperlab.image.KnownFilter;
import hyperlab.nn.ImageConvolution;
import hyperlab.nn.Pooling;
import hyperlab.nn.kernel.ConvolutionGeometry;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code convolve}: convolves an image with a known kernel, and writes {@code feature-map.csv} and
 * {@code feature-map.png}.
 */
@Command(name = "convolve")
final class ConvolveCommand implements Callable<Integer> {
    static final String TABLE = "feature-map.csv";
    static final String PICTURE = "feature-map.png";
    private static final int MAX_PIXELS = 1_000_000;
    /** Up to this absolute sum, a kernel counts as summing to 0, to allow for rounding. */
    private static final double ZERO_SUM_TOLERANCE = 1e-12;

    private final CommandOutput console;

    @Parameters(paramLabel = "IMAGE")
    private Path image = Path.of("");

    @Option(names = "--kernel", paramLabel = "K")
    private BigInteger kernel = BigInteger.valueOf(KnownFilter.DEFAULT_SIDE);

    @Option(names = "--stride", paramLabel = "S")
    private BigInteger stride = BigInteger.ONE;

    @Option(names = "--padding", paramLabel = "P")
    private BigInteger padding = BigInteger.ZERO;

    @Option(names = "--dilation", paramLabel = "D")
    private BigInteger dilation = BigInteger.ONE;

    @Option(names = "--filter", paramLabel = "NAME")
    private String filter = KnownFilter.BOX.fileName();

    @Option(names = "--out", paramLabel = "DIR")
    private Path out = Path.of("");

    @Mixin
    private LanguageOption language = new LanguageOption();

    ConvolveCommand(CommandOutput console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Texts texts = language.texts();
        KnownFilter known = KnownFilter.byName(filter)
                .orElseThrow(() -> ComponentParser.unknownName("--filter", filter, KnownFilter.names()));
        int side = OptionValues.within("--kernel", kernel, 1, KnownFilter.MAX_SIDE);
        double[] numbers = known.kernel("--kernel", side);
        ConvolutionGeometry geometry = new ConvolutionGeometry(
                side,
                OptionValues.within("--stride", stride, 1, MAX_PIXELS),
                OptionValues.within("--padding", padding, 0, MAX_PIXELS),
                OptionValues.within("--dilation", dilation, 1, MAX_PIXELS));
        GrayImage gray = GrayImage.read(image);
        ImageConvolution convolution = convolution(gray.shape(), geometry);
        Path table = OutputFolder.prepare(out, TABLE);
        Path imageFile = OutputFolder.prepare(out, PICTURE);
        ImageShape shape = convolution.maps();
        GrayImage map = new GrayImage(
                shape.height(), shape.width(), convolution.convolve(gray.pixels(), numbers, new double[1]));
        OutputFolder.write(table, stream -> table(map, stream));
        GrayScaling scaling =
                GrayScaling.of(map.pixels(), DoubleStream.of(numbers).sum(), texts);
        OutputFolder.write(imageFile, stream -> scaling.of(map).writePng(stream));
        console.printLine(texts.get(
                "command.convolve.kernel",
                known.fileName(),
                Integer.toString(side),
                Integer.toString(gray.height()),
                Integer.toString(gray.width())));
        console.printLine(texts.get("command.convolve.height", outputSizeFormula(geometry, gray.height())));
        console.printLine(texts.get("command.convolve.width", outputSizeFormula(geometry, gray.width())));
        console.printLine(table.toString());
        console.printLine(imageFile + " (" + scaling.description + ")");
        new FindingPrinter(console, texts)
                .print(
                        ConvolutionDoctor.examine(
                                new ConvolutionDoctor.Input(gray.height(), gray.width(), geometry, Pooling.NONE, 1)),
                        ConvolveCommand::option);
        return ExitCode.DONE;
    }

    private static String option(GeometryChange change) {
        return switch (change.setting()) {
                    case PADDING -> "--padding ";
                    case STRIDE -> "--stride ";
                    case KERNEL -> "--kernel ";
                }
                + change.value();
    }

    private static ImageConvolution convolution(ImageShape shape, ConvolutionGeometry geometry) {
        try {
            return new ImageConvolution(shape, 1, geometry);
        } catch (InvalidInputException error) {
            throw error.withName("--" + error.name());
        }
    }

    private static String outputSizeFormula(ConvolutionGeometry g, int pixels) {
        return "⌊(" + pixels + " + 2·" + g.padding() + " − " + g.dilation() + "·(" + g.kernel() + " − 1) − 1)/"
                + g.stride() + "⌋ + 1 = " + g.positions(pixels);
    }

    private static void table(GrayImage map, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                writer.write(Double.toString(map.pixels()[y * map.width() + x]));
                writer.write(x + 1 < map.width() ? ',' : '\n');
            }
        }
        writer.flush();
    }

    /** Converts values to gray levels: gray = middle + scale · value. */
    private record GrayScaling(double middle, double scale, String description) {
        /**
         * For a kernel that sums to 0, the value 0 becomes middle gray. For any other kernel, values are already gray
         * levels.
         */
        static GrayScaling of(double[] numbers, double kernelSum, Texts texts) {
            if (Math.abs(kernelSum) > ZERO_SUM_TOLERANCE) {
                long beyond =
                        Arrays.stream(numbers).filter(v -> v < 0 || v > 255).count();
                return new GrayScaling(
                        0,
                        1,
                        beyond == 0
                                ? texts.get("command.convolve.levels")
                                : texts.get(
                                        "command.convolve.levelsCut",
                                        Long.toString(beyond),
                                        Integer.toString(numbers.length)));
            }
            double largest = Arrays.stream(numbers).map(Math::abs).max().orElse(0);
            String bound = NumberFormats.format(largest);
            return largest == 0
                    ? new GrayScaling(127.5, 0, texts.get("command.convolve.zeros"))
                    : new GrayScaling(127.5, 127.5 / largest, texts.get("command.convolve.signedLevels", bound));
        }

        GrayImage of(GrayImage map) {
            double[] grays = Arrays.stream(map.pixels())
                    .map(number -> middle + scale * number)
                    .toArray();
            return new GrayImage(map.height(), map.width(), grays);
        }
    }
}
