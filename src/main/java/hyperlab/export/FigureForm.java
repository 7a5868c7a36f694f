package hyperlab.export;

import hyperlab.rule.Rules;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A format and, where it has pixels, how fine they are.
 *
 * @param scale pixels to each side of a logical one, 1 … {@value #LARGEST_SCALE}; 1 where there are none
 */
public record FigureForm(FigureFormat format, int scale) {
    public static final int LARGEST_SCALE = 4;

    /** Where nothing else is asked. */
    public static final int USUAL_SCALE = 2;

    /** All that are offered: PNG at 1 to {@value #LARGEST_SCALE} times, SVG, PDF. */
    public static final List<FigureForm> ALL = Stream.concat(
                    IntStream.rangeClosed(1, LARGEST_SCALE).mapToObj(FigureForm::png),
                    Stream.of(new FigureForm(FigureFormat.SVG, 1), new FigureForm(FigureFormat.PDF, 1)))
            .toList();

    public FigureForm {
        Rules.wholeWithin("scale", scale, 1, format == FigureFormat.PNG ? LARGEST_SCALE : 1);
    }

    /** A PNG of {@code scale} pixels to each side of a logical one. */
    public static FigureForm png(int scale) {
        return new FigureForm(FigureFormat.PNG, scale);
    }

    /** What a format means where nothing else is asked. */
    public static FigureForm usual(FigureFormat format) {
        return new FigureForm(format, format == FigureFormat.PNG ? USUAL_SCALE : 1);
    }

    /** {@code png-2}, {@code svg}. */
    public String id() {
        return format == FigureFormat.PNG ? format.id() + "-" + scale : format.id();
    }
}
