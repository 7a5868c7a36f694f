package hyperlab.app.control;

import hyperlab.export.FigureForm;
import javafx.event.Event;
import javafx.event.EventType;

/** Someone wants a card's chart out of the window. Rises from the card to the root, where the shell answers it. */
public final class ChartRequest extends Event {
    public static final EventType<ChartRequest> WANTED = new EventType<>(Event.ANY, "CHART_WANTED");

    private static final long serialVersionUID = 1L;

    private final transient ChartCard card;
    private final transient Want want;

    /** What becomes of the chart. */
    public sealed interface Want {}

    /** A file of this form. */
    public record AsFile(FigureForm form) implements Want {}

    /** A GIF of the training that it shows. */
    public record AsFilm() implements Want {}

    /** A picture on the clipboard. */
    public record OnClipboard() implements Want {}

    /** Its data, as a CSV file. */
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
