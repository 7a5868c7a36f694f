package hyperlab.export;

import hyperlab.rule.Checks;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file format and, for PNG, its resolution.
 *
 * @param scale device pixels per logical pixel along each side, 1 … {@value #LARGEST_SCALE}; 1 for formats other than
 *     PNG
 */
public record FigureForm(FigureFormat format, int scale) {
    public static final int LARGEST_SCALE = 4;

    /** The default scale. */
    public static final int USUAL_SCALE = 2;

    /** All available options: PNG at 1 to {@value #LARGEST_SCALE} times, SVG, PDF. */
    public static final List<FigureForm> ALL = Stream.concat(
                    IntStream.rangeClosed(1, LARGEST_SCALE).mapToObj(FigureForm::png),
                    Stream.of(new FigureForm(FigureFormat.SVG, 1), new FigureForm(FigureFormat.PDF, 1)))
            .toList();

    public FigureForm {
        Checks.wholeWithin("scale", scale, 1, format == FigureFormat.PNG ? LARGEST_SCALE : 1);
    }

    /** A PNG with {@code scale} device pixels per logical pixel along each side. */
    public static FigureForm png(int scale) {
        return new FigureForm(FigureFormat.PNG, scale);
    }

    /** The default options of a format. */
    public static FigureForm usual(FigureFormat format) {
        return new FigureForm(format, format == FigureFormat.PNG ? USUAL_SCALE : 1);
    }

    /** An identifier such as {@code png-2} or {@code svg}. */
    public String id() {
        return format == FigureFormat.PNG ? format.id() + "-" + scale : format.id();
    }
}
