package hyperlab.file.figure;

import hyperlab.rule.Checks;

/**
 * What the user chooses for a figure.
 *
 * @param aspect height of the drawing as a multiple of its width, {@value #MIN_ASPECT} … {@value #MAX_ASPECT}; 0 for
 *     the shape on the stage
 * @param dpi resolution in dots per inch, {@value #MIN_DPI} … {@value #MAX_DPI}
 * @param textSize size of the text in points, {@value #MIN_TEXT} … {@value #MAX_TEXT}
 * @param dark whether the figure has the colors of the dark theme
 * @param title whether the title is above the drawing
 * @param marks whether the marks of findings are drawn and explained
 * @param playHead whether the play head is drawn and explained
 * @param caption the user's own caption; empty for none
 * @param describesSettings whether the caption lists the settings that produced the figure
 */
public record FigureSettings(
        FigureWidth width,
        double aspect,
        int dpi,
        double textSize,
        boolean dark,
        boolean title,
        boolean marks,
        boolean playHead,
        String caption,
        boolean describesSettings) {
    public static final double MIN_ASPECT = 0.1;
    public static final double MAX_ASPECT = 3;
    public static final int MIN_DPI = 72;
    public static final int MAX_DPI = 1_200;
    public static final double MIN_TEXT = 4;
    public static final double MAX_TEXT = 24;
    public static final int MAX_CAPTION = 2_000;

    /** A light figure of the width of a page's text column, without marks of the moment. */
    public static final FigureSettings DEFAULT = new FigureSettings(
            new FigureWidth(12, FigureWidth.Unit.CENTIMETERS), 0, 300, 9, false, false, false, false, "", true);

    private static final double POINTS_PER_INCH = 72;
    /** The size of a chart's text in logical pixels. */
    private static final double LOGICAL_TEXT = 12;

    private static final int MAX_PIXELS = 8_000;
    private static final int MAX_LOGICAL = 4_000;

    public FigureSettings {
        if (aspect != 0) {
            Checks.within("aspect", aspect, MIN_ASPECT, MAX_ASPECT);
        }
        Checks.wholeWithin("dpi", dpi, MIN_DPI, MAX_DPI);
        Checks.within("textSize", textSize, MIN_TEXT, MAX_TEXT);
        Checks.wholeWithin("caption", caption.length(), 0, MAX_CAPTION);
        Checks.wholeWithin("width", width.pixels(dpi), 1, MAX_PIXELS);
        Checks.wholeWithin("width", logicalWidth(width, dpi, textSize), 1, MAX_LOGICAL);
    }

    /** The width in logical pixels at which a chart's text has the chosen size. */
    public int logicalWidth() {
        return logicalWidth(width, dpi, textSize);
    }

    private static int logicalWidth(FigureWidth width, int dpi, double textSize) {
        return (int) Math.max(1, Math.round(width.inches(dpi) * POINTS_PER_INCH / textSize * LOGICAL_TEXT));
    }

    /** The width in points of 1/72 inch. */
    public double points() {
        return width.inches(dpi) * POINTS_PER_INCH;
    }

    /** A copy with this aspect. */
    public FigureSettings withAspect(double newAspect) {
        return new FigureSettings(
                width, newAspect, dpi, textSize, dark, title, marks, playHead, caption, describesSettings);
    }

    /** A copy with this caption. */
    public FigureSettings withCaption(String newCaption) {
        return new FigureSettings(
                width, aspect, dpi, textSize, dark, title, marks, playHead, newCaption, describesSettings);
    }
}
