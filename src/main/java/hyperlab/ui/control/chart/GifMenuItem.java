package hyperlab.ui.control.chart;

import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.GifAvailability.GifContent;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.MenuItem;

/**
 * A menu item for the export of a GIF, which says what the GIF plays: visible if the chart supports it; disabled, with
 * the reason, if it cannot be exported now.
 */
public final class GifMenuItem extends MenuItem {
    private final StringProperty nameKey = new SimpleStringProperty(this, "name", GifContent.RUN.nameKey());
    private final StringProperty reasonKey = new SimpleStringProperty(this, "why", "");

    public GifMenuItem(String id, Messages messages) {
        setId(id);
        textProperty()
                .bind(messages.compute(
                        () -> {
                            String name = messages.get(nameKey.get());
                            return reasonKey.get().isEmpty()
                                    ? name
                                    : messages.get("shell.film.notNow", name, messages.get(reasonKey.get()));
                        },
                        nameKey,
                        reasonKey));
        update(new GifAvailability.NotSupported());
    }

    /** Updates the item for a chart. */
    public void update(GifAvailability played) {
        setVisible(!(played instanceof GifAvailability.NotSupported));
        setDisable(!(played instanceof GifAvailability.Available));
        if (played instanceof GifAvailability.Available available) {
            nameKey.set(available.content().nameKey());
        } else if (played instanceof GifAvailability.Unavailable unavailable) {
            nameKey.set(unavailable.content().nameKey());
        }
        reasonKey.set(played instanceof GifAvailability.Unavailable unavailable ? unavailable.whyKey() : "");
    }
}
