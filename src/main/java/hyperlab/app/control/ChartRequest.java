package hyperlab.app.control;

import javafx.event.Event;
import javafx.event.EventType;

/** Someone wants a card's chart out of the window. Rises from the card to the root, where the shell answers it. */
public final class ChartRequest extends Event {
    public static final EventType<ChartRequest> WANTED = new EventType<>(Event.ANY, "CHART_WANTED");

    private static final long serialVersionUID = 1L;
    private static final int CLIPBOARD = 0;
    private static final int DATA = -1;

    private final transient ChartCard card;
    private final int scale;

    private ChartRequest(ChartCard card, int scale) {
        super(WANTED);
        this.card = card;
        this.scale = scale;
    }

    /** As a PNG file, {@code scale} pixels to each of the chart's own, 1 … 4. */
    static ChartRequest file(ChartCard card, int scale) {
        return new ChartRequest(card, scale);
    }

    /** On the clipboard, as a picture. */
    static ChartRequest clipboard(ChartCard card) {
        return new ChartRequest(card, CLIPBOARD);
    }

    /** Its data, as a CSV file. */
    static ChartRequest data(ChartCard card) {
        return new ChartRequest(card, DATA);
    }

    public ChartCard card() {
        return card;
    }

    public boolean isForClipboard() {
        return scale == CLIPBOARD;
    }

    public boolean isForData() {
        return scale == DATA;
    }

    /** See {@link #file}. */
    public int scale() {
        return scale;
    }
}
