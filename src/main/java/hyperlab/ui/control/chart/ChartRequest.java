package hyperlab.ui.control.chart;

import hyperlab.export.FigureOptions;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;

/** A request to export a card's chart. Bubbles from the card up to the root, where the shell handles it. */
public final class ChartRequest extends Event {
    public static final EventType<ChartRequest> REQUESTED = new EventType<>(Event.ANY, "CHART_WANTED");

    private static final long serialVersionUID = 1L;

    private final transient ChartCard card;
    private final transient ExportKind kind;

    /** The kind of export. */
    public sealed interface ExportKind {}

    /** A file in this format. */
    public record FileExport(FigureOptions form) implements ExportKind {}

    /** A file whose layout the user chooses. */
    public record FigureExport() implements ExportKind {}

    /** A formula on the clipboard, as LaTeX. */
    public record LatexExport(Supplier<String> latex) implements ExportKind {}

    /** A GIF of what the chart plays. */
    public record GifExport() implements ExportKind {}

    /** An image on the clipboard. */
    public record ClipboardExport() implements ExportKind {}

    /** A description in words on the clipboard. */
    public record DescriptionExport() implements ExportKind {}

    /** The chart's data as a CSV file. */
    public record CsvExport() implements ExportKind {}

    ChartRequest(ChartCard card, ExportKind kind) {
        super(REQUESTED);
        this.card = card;
        this.kind = kind;
    }

    public ChartCard card() {
        return card;
    }

    public ExportKind kind() {
        return kind;
    }
}
