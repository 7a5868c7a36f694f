package hyperlab.app.control;

import hyperlab.app.Messages;
import hyperlab.export.FigureForm;
import hyperlab.export.FigureFormat;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.MenuItem;

/**
 * A menu item for the GIF export of a training run: visible if the chart supports it; disabled, with the reason, if it
 * cannot be exported now.
 */
public final class FilmItem extends MenuItem {
    private final StringProperty why = new SimpleStringProperty(this, "why", "");

    public FilmItem(String id, Messages messages) {
        setId(id);
        ObservableStringValue name = FormNames.of(FigureForm.usual(FigureFormat.GIF), messages);
        textProperty()
                .bind(messages.compute(
                        () -> why.get().isEmpty()
                                ? name.get()
                                : messages.get("shell.film.notNow", name.get(), messages.get(why.get())),
                        name,
                        why));
        about(new Played.Never());
    }

    /** Updates the item for a chart. */
    public void about(Played played) {
        setVisible(!(played instanceof Played.Never));
        setDisable(!(played instanceof Played.Ready));
        why.set(played instanceof Played.NotNow not ? not.whyKey() : "");
    }
}
