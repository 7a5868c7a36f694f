package hyperlab.ui.table;

import hyperlab.data.CsvFormat;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.DecimalMark;
import hyperlab.data.FieldSeparator;
import hyperlab.data.MissingValues;
import hyperlab.data.PredictionTask;
import hyperlab.data.TextEncoding;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.WrappedText;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a table will be read and used, what that makes of it, and lets the user correct it before it is opened. Esc
 * closes it without a change.
 */
public final class TableDialog {
    private static final double WIDTH = 940;
    private static final double HEIGHT = 680;
    /** Shows "decimal comma" in full. */
    private static final double DECIMAL_WIDTH = 152;

    private static final double MARGIN = 40;
    private static final double MIN_COLUMNS_HEIGHT = 150;

    private final Messages messages;
    private final TableImport table;
    private final Stage stage = new Stage();
    private final StringProperty effect = new SimpleStringProperty("");
    private final StringProperty warnings = new SimpleStringProperty("");
    private final StringProperty missingText = new SimpleStringProperty("");
    private final StringProperty scaleText = new SimpleStringProperty("");
    private final Label size = new Label();
    private final ChoiceComboBox<TextEncoding> encoding;
    private final ChoiceComboBox<FieldSeparator> separator;
    private final ChoiceComboBox<DecimalMark> decimal;
    private final ChoiceComboBox<Boolean> header;
    private final SegmentedButton<PredictionTask> task;
    private final ChoiceComboBox<MissingValues> missing;
    private final FocusableToggleSwitch standardize = new FocusableToggleSwitch("table-standardize");
    private final TableColumns columns;
    private final FirstRows firstRows;
    private final Button use = new Button();
    private boolean updating;

    private TableDialog(Messages messages, TableImport table, Consumer<CsvPlan> onAccepted) {
        this.messages = messages;
        this.table = table;
        encoding = choice("encoding", List.of(TextEncoding.values()), Enum::name);
        separator = choice("separator", List.of(FieldSeparator.values()), Enum::name);
        decimal = choice("decimal", List.of(DecimalMark.values()), Enum::name);
        decimal.setMinWidth(DECIMAL_WIDTH);
        header = choice("header", List.of(true, false), names -> names ? "yes" : "no");
        missing = new ChoiceComboBox<>(
                "table-missing", messages, List.of(MissingValues.values()), one -> "table.way." + one.name());
        columns = new TableColumns(messages, table);
        columns.setMinHeight(MIN_COLUMNS_HEIGHT);
        task = new SegmentedButton<>(
                "table-task", messages, List.of(PredictionTask.values()), one -> "table.task." + one.name());
        firstRows = new FirstRows(messages);
        use.setId("table-use");
        use.textProperty().bind(messages.bind("table.use"));
        use.getStyleClass().add("accent");
        use.setDefaultButton(true);
        use.setOnAction(event -> {
            CsvInference inference = table.stateProperty().get().inference();
            if (inference != null) {
                stage.close();
                onAccepted.accept(inference.plan());
            }
        });
        addListeners();
    }

    /**
     * Shows the dialog above a window.
     *
     * @param owner the window; null for none
     * @param onAccepted receives the plan; the dialog is closed by then
     */
    public static void show(
            @Nullable Window owner,
            Messages messages,
            Appearance appearance,
            TableImport table,
            Consumer<CsvPlan> onAccepted) {
        new TableDialog(messages, table, onAccepted).show(owner, appearance);
    }

    private <T> ChoiceComboBox<T> choice(String name, List<T> values, Function<T, String> key) {
        return new ChoiceComboBox<>("table-" + name, messages, values, one -> "table." + name + "." + key.apply(one));
    }

    private void show(@Nullable Window owner, Appearance appearance) {
        Label name = new Label(String.valueOf(table.file().getFileName()));
        name.getStyleClass().add("card-title");
        size.getStyleClass().add("muted");
        HBox head = new HBox(10, name, size);
        head.setAlignment(Pos.BASELINE_LEFT);
        FlowPane format = new FlowPane(
                16,
                6,
                field("table.encoding", encoding),
                field("table.separator", separator),
                field("table.decimal", decimal),
                field("table.header", header));
        FlowPane plan = new FlowPane(
                16,
                6,
                field("table.task", task),
                field("table.missing", missing),
                field("table.standardize", standardize));
        WrappedText effectText = new WrappedText(effect);
        effectText.setId("table-effect");
        VBox content = new VBox(
                8,
                head,
                format,
                columns,
                plan,
                WrappedText.hiddenIfEmpty("table-missing-words", missingText),
                WrappedText.hiddenIfEmpty("table-scale-words", scaleText),
                effectText,
                WrappedText.hiddenIfEmpty("table-warnings", warnings),
                firstRows,
                buttons());
        content.setId("table-dialog");
        content.getStyleClass().addAll("card", "table-dialog");
        content.setPadding(new Insets(16));
        VBox.setVgrow(columns, Priority.ALWAYS);
        double width = owner == null ? WIDTH : Math.min(WIDTH, owner.getWidth() - MARGIN);
        double height = owner == null ? HEIGHT : Math.min(HEIGHT, owner.getHeight() - MARGIN);
        Scene scene = new Scene(content, width, height);
        appearance.applyOnce(scene);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.titleProperty().bind(messages.bind("table.title"));
        stage.setScene(scene);
        showState();
        stage.show();
        columns.requestFocus();
    }

    private Node field(String key, Region control) {
        Label label = new Label();
        label.textProperty().bind(messages.bind(key));
        label.setLabelFor(control);
        control.accessibleTextProperty().bind(messages.bind(key));
        HBox box = new HBox(6, label, control);
        box.setAlignment(Pos.CENTER_LEFT);
        return Hints.withHint(box, messages.bind(key + ".hint"));
    }

    private Node buttons() {
        Button cancel = new Button();
        cancel.setId("table-cancel");
        cancel.textProperty().bind(messages.bind("table.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> stage.close());
        HBox buttons = new HBox(8, cancel, use);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void addListeners() {
        table.stateProperty().addListener((observed, before, now) -> showState());
        encoding.valueProperty().addListener((observed, before, now) -> formatChanged());
        separator.valueProperty().addListener((observed, before, now) -> formatChanged());
        decimal.valueProperty().addListener((observed, before, now) -> formatChanged());
        header.valueProperty().addListener((observed, before, now) -> formatChanged());
        task.valueProperty().addListener((observed, before, now) -> planChanged());
        missing.valueProperty().addListener((observed, before, now) -> planChanged());
        standardize.selectedProperty().addListener((observed, before, now) -> planChanged());
    }

    private void formatChanged() {
        if (!updating) {
            table.changeFormat(
                    new CsvFormat(encoding.getValue(), separator.getValue(), decimal.getValue(), header.getValue()));
        }
    }

    private void planChanged() {
        CsvInference inference = table.stateProperty().get().inference();
        if (!updating && inference != null) {
            table.changePlan(inference
                    .plan()
                    .withTask(task.valueProperty().get())
                    .withMissing(missing.getValue())
                    .withStandardize(standardize.isSelected()));
        }
    }

    private void showState() {
        TableImport.State state = table.stateProperty().get();
        TableText text = new TableText(messages.texts());
        CsvInference inference = state.inference();
        updating = true;
        encoding.setValue(state.format().encoding());
        separator.setValue(state.format().separator());
        decimal.setValue(state.format().decimal());
        header.setValue(state.format().header());
        if (inference != null) {
            task.valueProperty().set(inference.plan().task());
            missing.setValue(inference.plan().missing());
            standardize.setSelected(inference.plan().standardize());
        }
        updating = false;
        task.setDisable(inference == null);
        missing.setDisable(inference == null);
        standardize.setDisable(inference == null);
        size.setText(state.preview() == null ? "" : text.size(state.preview()));
        missingText.set(inference == null ? "" : text.missing(inference));
        scaleText.set(inference == null ? "" : text.scale(inference));
        effect.set(text.effect(state));
        warnings.set(text.warnings(state));
        columns.show(state.preview(), inference);
        firstRows.show(state.preview(), state.effect());
        use.setDisable(!state.isUsable());
    }
}
