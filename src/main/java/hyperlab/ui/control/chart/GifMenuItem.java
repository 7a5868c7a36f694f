package hyperlab.ui.control.chart;

import hyperlab.export.FigureFormat;
import hyperlab.export.FigureOptions;
import hyperlab.ui.Messages;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.MenuItem;

/**
 * A menu item for the GIF export of a training run: visible if the chart supports it; disabled, with the reason, if it
 * cannot be exported now.
 */
public final class GifMenuItem extends MenuItem {
    private final StringProperty reasonKey = new SimpleStringProperty(this, "why", "");

    public GifMenuItem(String id, Messages messages) {
        setId(id);
        ObservableStringValue name = ExportFormatNames.of(FigureOptions.defaultFor(FigureFormat.GIF), messages);
        textProperty()
                .bind(messages.compute(
                        () -> reasonKey.get().isEmpty()
                                ? name.get()
                                : messages.get("shell.film.notNow", name.get(), messages.get(reasonKey.get())),
                        name,
                        reasonKey));
        update(new GifAvailability.NotSupported());
    }

    /** Updates the item for a chart. */
    public void update(GifAvailability played) {
        setVisible(!(played instanceof GifAvailability.NotSupported));
        setDisable(!(played instanceof GifAvailability.Available));
        reasonKey.set(played instanceof GifAvailability.Unavailable unavailable ? unavailable.whyKey() : "");
    }
}
