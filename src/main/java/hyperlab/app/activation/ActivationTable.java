package hyperlab.app.activation;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.SeriesMark;
import hyperlab.chart.CurveLook;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationShape;
import hyperlab.text.Numbers;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** What can be said of each function drawn: range, symmetry, steepest slope, saturation, what is learned, where used. */
final class ActivationTable extends GridPane {
    private static final List<String> COLUMNS =
            List.of("function", "range", "centred", "steepest", "saturates", "learned", "used");

    private final LabContext context;

    ActivationTable(LabContext context) {
        this.context = context;
        setId("activation-table");
        getStyleClass().add("readout");
        getColumnConstraints().add(new ColumnConstraints());
        for (String column : COLUMNS) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(Priority.ALWAYS);
            constraints.setHalignment(HPos.LEFT);
            if (column.equals("function") || column.equals("range")) {
                constraints.setMinWidth(USE_PREF_SIZE);
            }
            getColumnConstraints().add(constraints);
        }
    }

    void show(ActivationPicture picture) {
        Messages messages = context.messages();
        getChildren().clear();
        band("readout-head", 0);
        for (int column = 0; column < COLUMNS.size(); column++) {
            add(cell("readout-heading", messages.get("activation.table." + COLUMNS.get(column))), column + 1, 0);
        }
        int row = 1;
        for (ActivationPicture.Drawn drawn : picture.drawn()) {
            band(drawn.kind() == picture.examined() ? "readout-row-chosen" : "readout-row", row);
            SeriesMark mark = new SeriesMark(
                    context.appearance(), CurveLook.series(drawn.kind().series()));
            add(mark, 0, row);
            setValignment(mark, VPos.CENTER);
            List<String> cells = cells(drawn);
            for (int column = 0; column < cells.size(); column++) {
                Label label = cell("readout-cell", cells.get(column));
                if (column == 0) {
                    label.getStyleClass().add("strong");
                }
                add(label, column + 1, row);
            }
            row++;
        }
    }

    private List<String> cells(ActivationPicture.Drawn drawn) {
        Messages messages = context.messages();
        Activation activation = drawn.curve().activation();
        ActivationShape shape = ActivationShape.of(activation);
        return List.of(
                messages.get("activation.name." + drawn.kind().id()),
                range(shape),
                messages.get(shape.oddSymmetric() ? "activation.yes" : "activation.no"),
                Numbers.show(steepest(drawn.curve().derivative()), 3),
                messages.get("activation.saturates." + saturation(activation)),
                messages.get("activation.learned." + learned(drawn.kind())),
                messages.get("activation.used." + drawn.kind().id()));
    }

    static String range(ActivationShape shape) {
        return (shape.lowestReached() ? "[" : "(") + Numbers.show(shape.lowest()) + ", " + Numbers.show(shape.highest())
                + (shape.highestReached() ? "]" : ")");
    }

    /** Far out on either side: whether the derivative tends to nothing there. */
    static String saturation(Activation activation) {
        double far = 1e3;
        boolean left = Math.abs(activation.derivative(-far)) < 1e-6;
        boolean right = Math.abs(activation.derivative(far)) < 1e-6;
        if (left && right) {
            return "both";
        }
        return left ? (ActivationShape.isDeadOnTheLeft(activation) ? "leftZero" : "left") : "none";
    }

    private static String learned(ActivationKind kind) {
        return switch (kind) {
            case PRELU -> "slope";
            case MAXOUT -> "lines";
            default -> "none";
        };
    }

    private static double steepest(double... derivative) {
        double steepest = 0;
        for (double slope : derivative) {
            steepest = slope > steepest ? slope : steepest;
        }
        return steepest;
    }

    private void band(String style, int row) {
        StackPane band = new StackPane();
        band.getStyleClass().add(style);
        add(band, 0, row, COLUMNS.size() + 1, 1);
    }

    private static Label cell(String style, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
