package hyperlab.convolution;

import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.NoEvidence;
import hyperlab.finding.Remedy;
import hyperlab.finding.Severity;
import hyperlab.nn.Pooling;
import hyperlab.nn.kernel.ConvolutionGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Examines how a kernel slides over an image for problems, with remedies for most of them. */
public final class ConvolutionDoctor {
    private static final String EDGE_UNUSED = "convolution.doctor.edge";
    private static final String SKIPPED_PIXELS = "convolution.doctor.gaps";
    private static final String UNEVEN_STRIDE = "convolution.doctor.remainder";
    private static final String EVEN_KERNEL = "convolution.doctor.even";
    private static final String UNPOOLED_CELLS = "convolution.doctor.pool";

    /** The keys of all findings, in the order in which they are reported. */
    public static final List<String> KEYS =
            List.of(EDGE_UNUSED, SKIPPED_PIXELS, UNEVEN_STRIDE, EVEN_KERNEL, UNPOOLED_CELLS);

    /**
     * What the doctor examines.
     *
     * @param height of the image, in pixels
     * @param width of the image, in pixels
     * @param pooling applied to the feature map
     * @param pool side of the pooling windows; unused without pooling
     */
    public record Input(int height, int width, ConvolutionGeometry geometry, Pooling pooling, int pool) {
        public static Input of(FeatureMap map) {
            return new Input(
                    map.image().height(),
                    map.image().width(),
                    map.geometry(),
                    map.settings().pooling(),
                    map.settings().pool());
        }
    }

    private final Input input;
    private final int height;
    private final int width;
    private final ConvolutionGeometry geometry;

    private ConvolutionDoctor(Input input) {
        this.input = input;
        height = input.height();
        width = input.width();
        geometry = input.geometry();
    }

    /** Returns all findings, the most serious first. */
    public static List<Finding<NoEvidence, GeometryChange>> examine(Input input) {
        ConvolutionDoctor doctor = new ConvolutionDoctor(input);
        List<Finding<NoEvidence, GeometryChange>> results = new ArrayList<>();
        int unread = doctor.unreadPixels();
        (unread > 0 ? doctor.edgeUnused(unread).or(() -> doctor.skippedPixels(unread)) : doctor.unevenStride())
                .ifPresent(results::add);
        doctor.evenKernel().ifPresent(results::add);
        doctor.unpooledCells().ifPresent(results::add);
        return results;
    }

    private int unreadPixels() {
        return height * width - readCount(geometry, height) * readCount(geometry, width);
    }

    private static int readCount(ConvolutionGeometry geometry, int pixels) {
        int count = 0;
        for (boolean read : geometry.coveredPixels(pixels)) {
            count += read ? 1 : 0;
        }
        return count;
    }

    /**
     * The kernel does not reach the far edge, but reads all pixels with more padding. Arguments: unread pixels, all
     * pixels, the padding, and the rows and columns of the feature map with it.
     */
    private Optional<Finding<NoEvidence, GeometryChange>> edgeUnused(int unread) {
        int largest = Math.min(geometry.padding() + span(), ConvolutionLabSettings.MAX_PADDING);
        for (int padding = geometry.padding() + 1; padding <= largest; padding++) {
            ConvolutionGeometry padded =
                    new ConvolutionGeometry(geometry.kernel(), geometry.stride(), padding, geometry.dilation());
            if (readCount(padded, height) == height && readCount(padded, width) == width) {
                return Optional.of(finding(
                        Severity.WARNING,
                        EDGE_UNUSED,
                        remedy("convolution.doctor.edge.remedy", GeometryChange.Setting.PADDING, padding),
                        unread,
                        (long) height * width,
                        padding,
                        padded.positions(height),
                        padded.positions(width)));
            }
        }
        return Optional.empty();
    }

    /** The kernel steps over pixels. Arguments: unread pixels, all pixels, and a smaller stride that reads more. */
    private Optional<Finding<NoEvidence, GeometryChange>> skippedPixels(int unread) {
        int stride = Math.min(geometry.stride() - 1, geometry.dilation() == 1 ? geometry.kernel() : 1);
        return stride < 1
                ? Optional.empty()
                : Optional.of(finding(
                        Severity.WARNING,
                        SKIPPED_PIXELS,
                        remedy("convolution.doctor.gaps.remedy", GeometryChange.Setting.STRIDE, stride),
                        unread,
                        (long) height * width,
                        stride));
    }

    /**
     * The stride does not divide evenly, but no pixel is left out. Arguments: side of the image, padding, pixels that
     * the kernel spans, stride, and rows or columns of padding that are not read.
     */
    private Optional<Finding<NoEvidence, GeometryChange>> unevenStride() {
        for (int pixels : new int[] {height, width}) {
            long dropped = geometry.unusedPixels(pixels);
            if (dropped > 0) {
                return Optional.of(finding(
                        Severity.NOTE,
                        UNEVEN_STRIDE,
                        null,
                        pixels,
                        geometry.padding(),
                        span(),
                        geometry.stride(),
                        dropped));
            }
        }
        return Optional.empty();
    }

    /** The kernel has an even side. Arguments: the side and the next odd one. */
    private Optional<Finding<NoEvidence, GeometryChange>> evenKernel() {
        int side = geometry.kernel();
        return side % 2 == 0
                ? Optional.of(finding(
                        Severity.NOTE,
                        EVEN_KERNEL,
                        remedy("convolution.doctor.even.remedy", GeometryChange.Setting.KERNEL, side + 1),
                        side,
                        side + 1))
                : Optional.empty();
    }

    /**
     * The pooling windows leave out cells at the far edge. Arguments: rows and columns of the feature map, side of the
     * windows, and the cells that are left out.
     */
    private Optional<Finding<NoEvidence, GeometryChange>> unpooledCells() {
        if (input.pooling() == Pooling.NONE) {
            return Optional.empty();
        }
        int rows = (int) geometry.positions(height);
        int columns = (int) geometry.positions(width);
        int pool = input.pool();
        int leftOut = rows * columns - rows / pool * pool * (columns / pool * pool);
        return leftOut > 0
                ? Optional.of(finding(Severity.NOTE, UNPOOLED_CELLS, null, rows, columns, pool, leftOut))
                : Optional.empty();
    }

    private int span() {
        return geometry.dilation() * (geometry.kernel() - 1) + 1;
    }

    private static Finding<NoEvidence, GeometryChange> finding(
            Severity severity, String key, @Nullable Remedy<GeometryChange> remedy, long... arguments) {
        return new Finding<>(
                severity,
                key,
                LongStream.of(arguments).mapToObj(Argument::integer).toList(),
                NoEvidence.NONE,
                remedy);
    }

    private static Remedy<GeometryChange> remedy(String key, GeometryChange.Setting setting, int value) {
        return new Remedy<>(Message.of(key, Argument.integer(value)), new GeometryChange(setting, value));
    }
}
