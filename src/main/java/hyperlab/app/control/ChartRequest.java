package hyperlab.app.control;

import hyperlab.export.FigureForm;
import javafx.event.Event;
import javafx.event.EventType;

/** A request to export a card's chart. Bubbles from the card up to the root, where the shell handles it. */
public final class ChartRequest extends Event {
    public static final EventType<ChartRequest> WANTED = new EventType<>(Event.ANY, "CHART_WANTED");

    private static final long serialVersionUID = 1L;

    private final transient ChartCard card;
    private final transient Want want;

    /** The kind of export. */
    public sealed interface Want {}

    /** A file in this format. */
    public record AsFile(FigureForm form) implements Want {}

    /** A GIF of the training run that the chart shows. */
    public record AsFilm() implements Want {}

    /** An image on the clipboard. */
    public record OnClipboard() implements Want {}

    /** The chart's data as a CSV file. */
    public record AsTable() implements Want {}

    ChartRequest(ChartCard card, Want want) {
        super(WANTED);
        this.card = card;
        this.want = want;
    }

    public ChartCard card() {
        return card;
    }

    public Want want() {
        return want;
    }
}
