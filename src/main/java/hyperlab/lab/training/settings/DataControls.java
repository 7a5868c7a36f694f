package hyperlab.lab.training.settings;

import hyperlab.data.BundledDataSet;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataGenerator;
import hyperlab.data.DataSettings;
import hyperlab.lab.LabContext;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.LazyComboBox;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.ListField;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The controls for the data source. */
public final class DataControls {
    private static final int IMAGE_DIMENSIONS = 3;
    private static final List<String> USER_DATA = List.of(DataSettings.CSV, DataSettings.POINTS);
    private static final int ALL = SampleSettings.SOURCE_DEFAULT;

    private final ExperimentSettings settings;
    private final UserTable userTable;
    private final TableOpener opener;
    private final PointEditor points;
    private final UndoHistory undo;
    private final SampleSettings samples;
    private final TableSettings table;
    private final SettingControlFactory fields;
    private final LabContext context;
    private final Messages messages;

    public DataControls(
            ExperimentSettings settings,
            UserTable userTable,
            TableOpener opener,
            PointEditor points,
            UndoHistory undo,
            SettingControlFactory fields,
            LabContext context) {
        this.settings = settings;
        this.userTable = userTable;
        this.opener = opener;
        this.points = points;
        this.undo = undo;
        this.fields = fields;
        this.samples = settings.data();
        this.table = settings.table();
        this.context = context;
        this.messages = context.messages();
    }

    public Node[] rows() {
        return new Node[] {
            samples(),
            shownForGenerators(
                    fields.number("training-noise", "training.noise", NumberRule.NOT_NEGATIVE, samples.noise())),
            drawPoints(),
            openCsv(),
            target(),
            shownForTables(editTable()),
            shownForTables(fields.choice(
                    "training-csv-task",
                    "training.csv.task",
                    TableSettings.TASKS,
                    table.csvTask(),
                    name -> name,
                    name -> name)),
            shownForTables(features()),
            shownForTables(image())
        };
    }

    /** The choice of the data set. */
    public Node source() {
        List<String> sources = Stream.concat(
                        Arrays.stream(DataGenerator.values()).map(DataGenerator::fileName),
                        Arrays.stream(BundledDataSet.values()).map(BundledDataSet::fileName))
                .toList();
        ChoiceComboBox<String> choice =
                new ChoiceComboBox<>("training-source", messages, sources, name -> "training.source." + name);
        choice.onSettled(undo::settle);
        // The user's data are in the list only while they are the source: listed before they are shown, removed after
        // they were replaced.
        listUserData(choice, samples.source().get());
        samples.source().addListener((observed, before, now) -> listUserData(choice, now));
        SettingBindings.bind(choice.valueProperty(), samples.source());
        samples.source()
                .addListener((observed, before, now) ->
                        choice.getItems().removeIf(source -> USER_DATA.contains(source) && !source.equals(now)));
        choice.getStyleClass().add("wide");
        choice.accessibleTextProperty().bind(messages.bind("training.source"));
        return fields.withHint(choice, "training.source");
    }

    private static void listUserData(ChoiceComboBox<String> choice, String source) {
        if (USER_DATA.contains(source) && !choice.getItems().contains(source)) {
            choice.getItems().add(source);
        }
    }

    /**
     * The number of samples: how many to generate or, for a table, how many of the first rows to use, where a word
     * stands for all rows.
     */
    private Node samples() {
        NumberField field = new NumberField(
                "training-samples",
                messages,
                NumberRule.wholeWithin(DataSettings.MIN_SAMPLES, DataSettings.MAX_SAMPLES),
                DataGenerator.DEFAULT_SAMPLES);
        field.onSettled(undo::settle);
        Runnable show = () -> {
            boolean generated = isGenerated(samples.source().get());
            field.setWord(generated ? "" : "training.samples.all", ALL);
            Integer chosen = samples.samples().get();
            field.valueProperty().set(chosen == null ? generated ? DataGenerator.DEFAULT_SAMPLES : ALL : chosen);
        };
        settings.experimentProperty().addListener((observed, before, now) -> show.run());
        field.valueProperty().addListener((observed, before, now) -> {
            boolean isDefault =
                    now.intValue() == (isGenerated(samples.source().get()) ? DataGenerator.DEFAULT_SAMPLES : ALL);
            samples.samples().set(isDefault ? ALL : now.intValue());
        });
        show.run();
        return SettingControlFactory.showWhile(
                samples.source().map(source -> !DataSettings.POINTS.equals(source)),
                fields.withHint(new FieldRow(messages.bind("training.samples"), field), "training.samples"));
    }

    /**
     * Edits the data, without labels, for a narrow place: begins to draw points or ends it; for a table, changes how it is
     * read and used.
     */
    public Node editDataIcon() {
        Node draw = SettingControlFactory.showWhile(
                samples.source().map(source -> !DataSettings.CSV.equals(source)), drawPoints("training-draw-points"));
        Button edit = editTable("training-edit-table-icon");
        edit.accessibleTextProperty().bind(messages.bind("training.editTable"));
        return new StackPane(draw, shownForTables(edit));
    }

    private Node drawPoints() {
        ToggleButton button = drawPoints("training-draw-points-labelled");
        button.textProperty().bind(messages.bind("training.points.draw"));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private ToggleButton drawPoints(String id) {
        ToggleButton button = new ToggleButton();
        button.setId(id);
        button.setGraphic(Icons.icon("fth-edit-2"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        Icons.addTooltip(button, messages.bind("training.points.draw.tip"));
        button.accessibleTextProperty().bind(messages.bind("training.points.draw"));
        button.setOnAction(event -> {
            if (points.editingProperty().get()) {
                points.end();
            } else {
                points.begin();
            }
        });
        points.editingProperty().addListener((observed, before, now) -> button.setSelected(now));
        return button;
    }

    private static boolean isGenerated(String source) {
        return DataGenerator.named(source).isPresent();
    }

    private Node openCsv() {
        Button button = new Button();
        button.setId("training-open-csv");
        button.setGraphic(Icons.icon("fth-folder"));
        button.textProperty().bind(messages.bind("training.openCsv"));
        button.setMaxWidth(Double.MAX_VALUE);
        Icons.addTooltip(button, messages.bind("training.openCsv.tip"));
        button.setOnAction(event -> context.files()
                .open(FilePicker.FileType.TABLE)
                .ifPresent(file -> opener.open(file, button.getScene().getWindow())));
        return button;
    }

    /** Opens the current table again, to change how it is read and used. */
    private Node editTable() {
        Button button = editTable("training-edit-table");
        button.textProperty().bind(messages.bind("training.editTable"));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private Button editTable(String id) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(Icons.icon("fth-edit-2"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        Icons.addTooltip(button, messages.bind("training.editTable.tip"));
        button.setOnAction(event -> opener.openAgain(button.getScene().getWindow()));
        return button;
    }

    private Node target() {
        ComboBox<String> columns = new LazyComboBox<>("training-target");
        table.csv().addListener((observed, before, now) -> showTarget(columns, now));
        columns.setOnShowing(event -> {
            undo.settle();
            columns.getItems().setAll(userTable.columns());
        });
        columns.valueProperty().addListener((observed, before, now) -> {
            CsvSettings csv = table.csv().get();
            if (csv != null && now != null && !now.equals(csv.target())) {
                table.csv().set(csv.withTarget(now));
            }
        });
        return shownForTables(
                fields.withHint(new FieldRow(messages.bind("training.target"), columns), "training.target"));
    }

    private static void showTarget(ComboBox<String> columns, @Nullable CsvSettings csv) {
        if (csv != null) {
            columns.setValue(csv.target());
        }
    }

    /** The feature columns: a menu of check items. If none is checked, all columns are used. */
    private Node features() {
        MenuButton menu = new MenuButton();
        menu.setId("training-csv-features");
        menu.getStyleClass().add("choice");
        menu.textProperty()
                .bind(messages.compute(
                        () -> {
                            List<String> names = table.csvFeatures().get();
                            return names == null || names.isEmpty()
                                    ? messages.get("training.csv.features.all")
                                    : messages.get("training.csv.features.some", Integer.toString(names.size()));
                        },
                        table.csvFeatures()));
        menu.setOnShowing(event -> {
            undo.settle();
            menu.getItems()
                    .setAll(userTable.columns().stream()
                            .filter(column -> table.csv().get() != null
                                    && !column.equals(table.csv().get().target()))
                            .map(this::featureItem)
                            .toList());
        });
        return fields.withHint(new FieldRow(messages.bind("training.csv.features"), menu), "training.csv.features");
    }

    private CheckMenuItem featureItem(String column) {
        CheckMenuItem item = new CheckMenuItem(column);
        item.setMnemonicParsing(false);
        item.setSelected(table.csvFeatures().get().contains(column));
        item.selectedProperty().addListener((observed, before, now) -> {
            List<String> names = new ArrayList<>(table.csvFeatures().get());
            names.remove(column);
            if (now) {
                names.add(column);
            }
            undo.settle();
            table.csvFeatures().set(List.copyOf(names));
        });
        return item;
    }

    private Node image() {
        ListField dimensions = new ListField(
                "training-image", messages, IMAGE_DIMENSIONS, NumberRule.wholeWithin(1, DataSettings.MAX_SAMPLES));
        dimensions.requireCount(count -> count == 0 || count == IMAGE_DIMENSIONS, "training.image.rule");
        dimensions.onSettled(undo::settle);
        SettingBindings.bind(dimensions.valueProperty(), table.image());
        return fields.withHint(new FieldRow(messages.bind("training.image"), dimensions), "training.image");
    }

    private Node shownForGenerators(Node row) {
        return SettingControlFactory.showWhile(samples.source().map(DataControls::isGenerated), row);
    }

    private Node shownForTables(Node row) {
        return SettingControlFactory.shownIfSet(table.csv(), row);
    }
}
