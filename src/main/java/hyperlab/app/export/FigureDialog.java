package hyperlab.app.export;

import hyperlab.export.FigureFormat;
import hyperlab.file.figure.FigureSettings;
import hyperlab.file.figure.FigureState;
import hyperlab.file.figure.FigureWidth;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.Conflator;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.ScrollPanes;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.field.Validated;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Asks how a figure is to be laid out and shows it at its size in print. Enter exports, Escape cancels, and Tab goes
 * through the choices. FX thread only.
 */
final class FigureDialog {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 660;
    private static final double CHOICES_WIDTH = 360;
    private static final double SPACING = 12;
    private static final double WORD_WIDTH = 120;
    private static final int CAPTION_ROWS = 3;

    private final LabContext context;
    private final Messages messages;
    private final Consumer<FigureState> exporter;
    private final FigureViewModel model = new FigureViewModel();
    private final Conflator<FigureSettings> updates;
    private final FigurePreview preview;
    private final NumberField width;
    private final FieldRow dpi;
    private final FieldRow height;
    private final FieldRow textSize;
    private final FieldRow marks;
    private final FieldRow playHead;
    private @Nullable Stage stage;
    private @Nullable FigureSubject subject;

    /** @param exporter receives the choices when the user exports */
    FigureDialog(LabContext context, Consumer<FigureState> exporter) {
        this.context = context;
        this.messages = context.messages();
        this.exporter = exporter;
        preview = new FigurePreview(messages);
        updates = new Conflator<>(context.pulses(), this::show);
        width = new NumberField(
                "figure-width", messages, widthRule(), model.widthProperty().get());
        width.valueProperty().bindBidirectional(model.widthProperty());
        dpi = number(
                "figure-dpi",
                "shell.figure.dpi",
                NumberRule.wholeWithin(FigureSettings.MIN_DPI, FigureSettings.MAX_DPI),
                model.dpiProperty());
        height = heightRow();
        textSize = number(
                "figure-text",
                "shell.figure.textSize",
                NumberRule.within(FigureSettings.MIN_TEXT, FigureSettings.MAX_TEXT),
                model.textSizeProperty());
        marks = toggle("figure-marks", "shell.figure.marks", model.marksProperty());
        playHead = toggle("figure-play-head", "shell.figure.playHead", model.playHeadProperty());
        model.settingsProperty().addListener((observed, before, now) -> updates.offer(now));
        model.unitProperty().addListener((observed, before, now) -> width.rule(widthRule()));
        messages.languageProperty()
                .addListener((observed, before, now) ->
                        updates.offer(model.settingsProperty().get()));
    }

    private NumberRule widthRule() {
        FigureWidth.Unit unit = model.unitProperty().get();
        return NumberRule.within(unit.low(), unit.high());
    }

    /** Asks about a figure of this subject, starting with these choices. */
    void open(FigureSubject newSubject, FigureState choices, @Nullable Window owner) {
        subject = newSubject;
        model.load(choices);
        marks.setDisable(newSubject.findings().isEmpty());
        playHead.setDisable(newSubject.playHead().isEmpty());
        height.setDisable(newSubject.hasFixedLayout());
        textSize.setDisable(newSubject.hasFixedLayout());
        Stage window = stage == null ? create(owner) : stage;
        stage = window;
        show(model.settingsProperty().get());
        window.show();
        window.toFront();
        width.requestFocus();
        width.selectAll();
    }

    private Stage create(@Nullable Window owner) {
        Stage window = new Stage();
        window.initOwner(owner);
        window.initModality(Modality.WINDOW_MODAL);
        window.titleProperty().bind(messages.bind("shell.figure.title"));
        StackPane root = new StackPane(content());
        root.setId("figure-dialog");
        root.getStyleClass().add("figure-dialog");
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        context.appearance().applyTo(scene);
        // A field takes Escape to discard what was typed, but only while something was.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean edited = scene.getFocusOwner() instanceof Validated field && field.isBeingEdited();
            if (event.getCode() == KeyCode.ESCAPE && !edited) {
                close();
                event.consume();
            }
        });
        window.setScene(scene);
        // A closed dialog does not draw a lab that the user may have left.
        window.setOnHidden(event -> subject = null);
        return window;
    }

    private Node content() {
        VBox choices = new VBox(
                SPACING,
                widthRow(),
                dpi,
                height,
                textSize,
                formatRow(),
                colorRow(),
                toggle("figure-title", "shell.figure.showTitle", model.titleProperty()),
                marks,
                playHead,
                captionBox(),
                toggle("figure-settings", "shell.figure.describesSettings", model.describesSettingsProperty()));
        choices.getStyleClass().add("panel-content");
        ScrollPane left = ScrollPanes.withoutCache(new ScrollPane(choices));
        left.getStyleClass().add("edge-to-edge");
        left.setFitToWidth(true);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.setMinWidth(CHOICES_WIDTH);
        left.setMaxWidth(CHOICES_WIDTH);
        left.setFocusTraversable(false);
        VBox.setVgrow(preview, Priority.ALWAYS);
        VBox shown = new VBox(SPACING, preview, buttons());
        shown.getStyleClass().add("panel-content");
        HBox.setHgrow(shown, Priority.ALWAYS);
        return new HBox(left, shown);
    }

    private Node widthRow() {
        ChoiceComboBox<FigureWidth.Unit> unit = new ChoiceComboBox<>(
                "figure-unit",
                messages,
                List.of(FigureWidth.Unit.values()),
                each -> "shell.figure.unit." + each.symbol());
        unit.valueProperty().bindBidirectional(model.unitProperty());
        return new FieldRow(messages.bind("shell.figure.width"), width, unit);
    }

    private FieldRow heightRow() {
        NumberField field = new NumberField(
                "figure-height",
                messages,
                NumberRule.within(100 * FigureSettings.MIN_ASPECT, 100 * FigureSettings.MAX_ASPECT),
                0);
        field.setWord("shell.figure.asOnStage", 0);
        field.setMinWidth(WORD_WIDTH);
        field.valueProperty().bindBidirectional(model.heightProperty());
        return new FieldRow(messages.bind("shell.figure.height"), field);
    }

    private FieldRow number(String id, String key, NumberRule rule, DoubleProperty value) {
        NumberField field = new NumberField(id, messages, rule, value.get());
        field.valueProperty().bindBidirectional(value);
        return new FieldRow(messages.bind(key), field);
    }

    private Node formatRow() {
        SegmentedButton<FigureFormat> format = new SegmentedButton<>(
                "figure-format", messages, FigureViewModel.FORMATS, each -> "shell.figure.format." + each.id());
        format.valueProperty().bindBidirectional(model.formatProperty());
        model.formatProperty()
                .addListener((observed, before, now) ->
                        updates.offer(model.settingsProperty().get()));
        return new FieldRow(messages.bind("shell.figure.format"), format);
    }

    private Node colorRow() {
        SegmentedButton<Boolean> colors = new SegmentedButton<>(
                "figure-colors",
                messages,
                List.of(false, true),
                dark -> dark ? "shell.figure.dark" : "shell.figure.light");
        colors.valueProperty().set(model.darkProperty().get());
        colors.valueProperty()
                .addListener((observed, before, now) -> model.darkProperty().set(now));
        model.darkProperty()
                .addListener((observed, before, now) -> colors.valueProperty().set(now));
        return new FieldRow(messages.bind("shell.figure.colors"), colors);
    }

    private FieldRow toggle(String id, String key, BooleanProperty value) {
        FocusableToggleSwitch toggle = new FocusableToggleSwitch(id);
        toggle.selectedProperty().bindBidirectional(value);
        return new FieldRow(messages.bind(key), toggle);
    }

    private Node captionBox() {
        ObservableValue<String> name = messages.bind("shell.figure.caption");
        Label label = new Label();
        label.textProperty().bind(name);
        label.getStyleClass().add("field-label");
        TextArea area = new TextArea();
        area.setId("figure-caption");
        area.setWrapText(true);
        area.setPrefRowCount(CAPTION_ROWS);
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.accessibleTextProperty().bind(name);
        area.textProperty().bindBidirectional(model.captionProperty());
        // In a text area, Tab alone is a character; with Ctrl it moves the focus.
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                area.fireEvent(new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, event.isShiftDown(), true, false, false));
            }
        });
        return new VBox(4, label, area);
    }

    private Node buttons() {
        Button export = new Button();
        export.setId("figure-export");
        export.textProperty().bind(messages.bind("shell.figure.export"));
        export.setDefaultButton(true);
        export.disableProperty().bind(model.errorProperty().isNotNull());
        export.setOnAction(event -> export());
        Button cancel = new Button();
        cancel.setId("figure-cancel");
        cancel.textProperty().bind(messages.bind("shell.figure.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, gap, cancel, export);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void export() {
        FigureSubject exported = subject;
        if (exported == null) {
            return;
        }
        FigureState state = new FigureState(
                exported.chart(),
                model.formatProperty().get().id(),
                -1,
                model.settingsProperty().get());
        close();
        exporter.accept(state);
    }

    private void close() {
        if (stage != null) {
            stage.hide();
        }
    }

    private void show(FigureSettings settings) {
        FigureSubject shown = subject;
        if (shown != null) {
            dpi.setDisable(!model.hasPixels(settings));
            preview.show(shown, model, settings);
        }
    }
}
