package hyperlab.app.control;

import hyperlab.app.Messages;
import hyperlab.export.FigureForm;
import javafx.beans.value.ObservableStringValue;

/** What the menus call the forms that a chart can leave the window in. */
public final class FormNames {
    private FormNames() {}

    /** The menus' words for a form, in the language of now. */
    public static ObservableStringValue of(FigureForm form, Messages messages) {
        return switch (form.format()) {
            case PNG -> messages.bind("shell.exportPng", Integer.toString(form.scale()));
            case SVG -> messages.bind("shell.exportSvg");
            case PDF -> messages.bind("shell.exportPdf");
            case GIF -> messages.bind("shell.exportGif");
        };
    }
}
