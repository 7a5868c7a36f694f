package hyperlab.ui.control.chart;

import hyperlab.export.FigureOptions;
import hyperlab.ui.Messages;
import javafx.beans.value.ObservableStringValue;

/** The menu labels of the export formats. */
public final class ExportFormatNames {
    private ExportFormatNames() {}

    /** The menu label of an export format; follows the language. */
    public static ObservableStringValue of(FigureOptions form, Messages messages) {
        return switch (form.format()) {
            case PNG -> messages.bind("shell.exportPng", Integer.toString(form.scale()));
            case SVG -> messages.bind("shell.exportSvg");
            case PDF -> messages.bind("shell.exportPdf");
            case GIF -> messages.bind("shell.exportGif");
        };
    }
}
