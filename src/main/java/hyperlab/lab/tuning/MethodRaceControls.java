package hyperlab.lab.tuning;

import hyperlab.chart.style.CurveStyle;
import hyperlab.lab.LabContext;
import hyperlab.rule.InvalidInputException;
import hyperlab.tune.MethodComparison;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SeriesSymbol;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberRule;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Controls for the methods, the number of seeds, and the button that starts or stops the race. */
final class MethodRaceControls extends VBox {
    private final LabContext context;
    private final Messages messages;
    private final TuningViewModel lab;

    MethodRaceControls(LabContext context, TuningViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        Section section = new Section(messages.bind("tuning.race"));
        MethodRaceViewModel.NAMES.forEach(name -> section.getChildren().add(methodRow(name)));
        section.getChildren()
                .addAll(
                        rivalRow(),
                        FieldRow.ofNumber(
                                messages,
                                lab.undo(),
                                "tuning-race-seeds",
                                "tuning.race.seeds",
                                NumberRule.wholeWithin(1, MethodComparison.MAX_SEEDS),
                                lab.race().seedsProperty()),
                        createRunButton(messages, lab, "tuning-race-run"));
        getChildren().add(section);
    }

    private Node methodRow(String name) {
        FocusableToggleSwitch toggle = new FocusableToggleSwitch("tuning-race-" + name);
        toggle.selectedProperty().bindBidirectional(lab.race().chosen(name));
        FieldRow row = new FieldRow(messages.bind("chart.method." + name), toggle)
                .withLeading(new SeriesSymbol(context.appearance(), styleOf(name)));
        row.disableProperty()
                .bind(lab.settings()
                        .settingsState()
                        .stateProperty()
                        .map(study -> !MethodRaceViewModel.canSearch(name, study)));
        return Hints.withHint(row, messages.bind("tuning.method.how." + name));
    }

    /** The saved study that races too, with its button that adds or removes it. */
    private Node rivalRow() {
        Button button = new Button();
        button.setId("tuning-race-saved");
        button.getStyleClass().add("link");
        button.textProperty()
                .bind(messages.compute(
                        () -> {
                            MethodRaceViewModel.SavedStudy saved =
                                    lab.race().rivalProperty().get();
                            return saved == null
                                    ? messages.get("tuning.race.saved")
                                    : messages.get("tuning.race.saved.remove", saved.name());
                        },
                        lab.race().rivalProperty()));
        button.setOnAction(event -> {
            if (lab.race().rivalProperty().get() != null) {
                lab.race().setRival(lab.study(), null);
            } else {
                context.files().open(FilePicker.FileType.STUDY).ifPresent(this::addRival);
            }
        });
        return Hints.withHint(button, messages.bind("tuning.race.saved.hint"));
    }

    private void addRival(Path file) {
        try {
            lab.race(file);
        } catch (InvalidInputException error) {
            context.showError("shell.notOpened", error);
        }
    }

    /** The style of a racer, which is the same in all charts. */
    static CurveStyle styleOf(MethodRaceViewModel.Racer racer) {
        return racer.savedName() == null
                ? styleOf(racer.study().method().name())
                : CurveStyle.series(MethodRaceViewModel.NAMES.size());
    }

    /** The style of a method, which is the same in all charts. */
    static CurveStyle styleOf(String name) {
        return CurveStyle.series(Math.max(0, MethodRaceViewModel.NAMES.indexOf(name)));
    }

    /** The button that starts or stops the race. */
    static Button createRunButton(Messages messages, TuningViewModel lab, String id) {
        Button button = new Button();
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty()
                .bind(messages.compute(
                        () -> messages.get(lab.race().isRunning() ? "tuning.race.stop" : "tuning.race.run"),
                        lab.race().statusProperty()));
        button.graphicProperty()
                .bind(lab.race().statusProperty().map(status -> Icons.icon(status.isRunning() ? "fth-x" : "fth-flag")));
        button.setOnAction(event -> {
            if (lab.race().isRunning()) {
                lab.race().stop();
            } else {
                lab.startRace();
            }
        });
        return Hints.withHint(button, messages.bind("tuning.race.hint"));
    }
}
