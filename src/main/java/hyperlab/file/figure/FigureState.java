package hyperlab.file.figure;

/**
 * What a figure showed and how, so that it reopens the same.
 *
 * @param chart id of the chart's card; empty for all charts on the stage
 * @param fileFormat the figure's file format, such as {@code pdf}
 * @param position position of the play head; −1 if it is not known
 */
public record FigureState(String chart, String fileFormat, int position, FigureSettings settings) {
    public static final FigureState DEFAULT = new FigureState("", "pdf", -1, FigureSettings.DEFAULT);
}
