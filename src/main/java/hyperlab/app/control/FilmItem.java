package hyperlab.app.control;

import hyperlab.app.Messages;
import hyperlab.export.FigureForm;
import hyperlab.export.FigureFormat;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.MenuItem;

/** A menu's entry for the GIF of a training: there where a chart goes through one, and with the reason where it cannot now. */
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

    /** Is about this chart from now on. */
    public void about(Played played) {
        setVisible(!(played instanceof Played.Never));
        setDisable(!(played instanceof Played.Ready));
        why.set(played instanceof Played.NotNow not ? not.whyKey() : "");
    }
}
