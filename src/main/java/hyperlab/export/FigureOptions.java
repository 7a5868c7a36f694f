package hyperlab.export;

import hyperlab.rule.Checks;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file format and, for PNG, its resolution.
 *
 * @param scale device pixels per logical pixel along each side, 1 … {@value #MAX_SCALE}; 1 for formats other than
 *     PNG
 */
public record FigureOptions(FigureFormat format, int scale) {
    public static final int MAX_SCALE = 4;

    /** The default scale. */
    public static final int DEFAULT_SCALE = 2;

    /** All available options: PNG at 1 to {@value #MAX_SCALE} times, SVG, PDF. */
    public static final List<FigureOptions> ALL = Stream.concat(
                    IntStream.rangeClosed(1, MAX_SCALE).mapToObj(FigureOptions::png),
                    Stream.of(new FigureOptions(FigureFormat.SVG, 1), new FigureOptions(FigureFormat.PDF, 1)))
            .toList();

    public FigureOptions {
        Checks.wholeWithin("scale", scale, 1, format == FigureFormat.PNG ? MAX_SCALE : 1);
    }

    /** A PNG with {@code scale} device pixels per logical pixel along each side. */
    public static FigureOptions png(int scale) {
        return new FigureOptions(FigureFormat.PNG, scale);
    }

    /** The default options of a format. */
    public static FigureOptions defaultFor(FigureFormat format) {
        return new FigureOptions(format, format == FigureFormat.PNG ? DEFAULT_SCALE : 1);
    }

    /** An identifier such as {@code png-2} or {@code svg}. */
    public String id() {
        return format == FigureFormat.PNG ? format.id() + "-" + scale : format.id();
    }
}
