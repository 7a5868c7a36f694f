package hyperlab.app.training;

import hyperlab.app.FilePicker;
import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.RefusalWords;
import hyperlab.app.control.Choice;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Icons;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.Section;
import hyperlab.app.control.Toggle;
import hyperlab.data.Bundled;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.Generator;
import hyperlab.rule.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/** Where the data come from and how they are parted. */
final class DataControls {
    private final TrainingViewModel lab;
    private final ExperimentSettings settings;
    private final LabContext context;
    private final Messages messages;

    DataControls(TrainingViewModel lab, LabContext context) {
        this.lab = lab;
        this.settings = lab.settings();
        this.context = context;
        this.messages = context.messages();
    }

    Section section() {
        return new Section(
                messages.bind("training.data"),
                source(),
                samples(),
                noise(),
                openCsv(),
                target(),
                dropMissing(),
                share(),
                standardize());
    }

    private Node source() {
        List<String> sources = Stream.concat(
                        Arrays.stream(Generator.values()).map(Generator::fileName),
                        Arrays.stream(Bundled.values()).map(Bundled::fileName))
                .toList();
        Choice<String> choice = new Choice<>("training-source", messages, sources, name -> "training.source." + name);
        choice.onSettled(lab.undo()::settle);
        Links.link(choice.valueProperty(), settings.source());
        choice.getStyleClass().add("wide");
        choice.accessibleTextProperty().bind(messages.bind("training.source"));
        return choice;
    }

    private Node samples() {
        NumberField field = new NumberField(
                "training-samples",
                messages,
                NumberRule.wholeWithin(2, DataSettings.MOST_SAMPLES),
                Generator.DEFAULT_SAMPLES);
        field.onSettled(lab.undo()::settle);
        settings.samples()
                .addListener(
                        (observed, before, now) -> field.value().set(now == null ? Generator.DEFAULT_SAMPLES : now));
        field.value().addListener((observed, before, now) -> {
            Integer set = settings.samples().get();
            if (now.intValue() != (set == null ? Generator.DEFAULT_SAMPLES : set)) {
                settings.samples().set(now.intValue());
            }
        });
        return forGenerators(new FieldRow(messages.bind("training.samples"), field));
    }

    private Node noise() {
        NumberField field =
                new NumberField("training-noise", messages, NumberRule.NOT_NEGATIVE, DataSettings.DEFAULT.noise());
        field.onSettled(lab.undo()::settle);
        Links.linkNumber(field.value(), settings.noise());
        return forGenerators(new FieldRow(messages.bind("training.noise"), field));
    }

    private Node share() {
        NumberField field = new NumberField(
                "training-share", messages, NumberRule.between(0, 1), DataSettings.DEFAULT.trainFraction());
        field.onSettled(lab.undo()::settle);
        Links.linkNumber(field.value(), settings.trainFraction());
        return new FieldRow(messages.bind("training.trainFraction"), field);
    }

    private Node standardize() {
        Toggle box = new Toggle("training-standardize");
        Links.link(box.selectedProperty(), settings.standardize(), on -> on, on -> on);
        return new FieldRow(messages.bind("training.standardize"), box);
    }

    private Node openCsv() {
        Button button = new Button();
        button.setId("training-open-csv");
        button.setGraphic(Icons.icon("fth-folder"));
        button.textProperty().bind(messages.bind("training.openCsv"));
        button.setMaxWidth(Double.MAX_VALUE);
        Icons.explain(button, messages.bind("training.openCsv.tip"));
        button.setOnAction(event -> context.files().open(FilePicker.Kind.TABLE).ifPresent(file -> {
            try {
                lab.undo().settle();
                lab.table().open(file);
            } catch (Refusal refusal) {
                context.notices()
                        .refused(messages.get("shell.notOpened", RefusalWords.line(refusal, messages.texts())));
            }
        }));
        return button;
    }

    private Node target() {
        ComboBox<String> columns = new ComboBox<>();
        columns.setId("training-target");
        settings.csv().addListener((observed, before, now) -> showTarget(columns, now));
        columns.setOnShowing(event -> {
            lab.undo().settle();
            columns.getItems().setAll(lab.table().columns());
        });
        columns.valueProperty().addListener((observed, before, now) -> {
            CsvSettings csv = settings.csv().get();
            if (csv != null && now != null && !now.equals(csv.target())) {
                settings.csv().set(DataEdits.predicting(csv, now));
            }
        });
        return forTables(new FieldRow(messages.bind("training.target"), columns));
    }

    private static void showTarget(ComboBox<String> columns, @Nullable CsvSettings csv) {
        if (csv != null) {
            columns.setValue(csv.target());
        }
    }

    private Node dropMissing() {
        Toggle box = new Toggle("training-drop-missing");
        Links.link(
                box.selectedProperty(),
                settings.csv(),
                on -> DataEdits.dropping(settings.csv().get(), on),
                CsvSettings::dropMissing);
        return forTables(new FieldRow(messages.bind("training.dropMissing"), box));
    }

    private Node forGenerators(Node row) {
        row.visibleProperty()
                .bind(settings.source().map(name -> Generator.named(name).isPresent()));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private Node forTables(Node row) {
        row.visibleProperty().bind(settings.csv().isNotNull());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }
}
