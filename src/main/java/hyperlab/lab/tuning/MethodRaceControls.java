package hyperlab.lab.tuning;

import hyperlab.chart.style.CurveStyle;
import hyperlab.lab.LabContext;
import hyperlab.tune.MethodComparison;
import hyperlab.ui.Messages;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SeriesSymbol;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberRule;
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
