package hyperlab.app.tuning;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.Section;
import hyperlab.app.control.SeriesSymbol;
import hyperlab.app.control.FocusableToggleSwitch;
import hyperlab.chart.CurveStyle;
import hyperlab.tune.MethodComparison;
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
                                lab.race().seeds()),
                        createRunButton(messages, lab, "tuning-race-run"));
        getChildren().add(section);
    }

    private Node methodRow(String name) {
        FocusableToggleSwitch toggle = new FocusableToggleSwitch("tuning-race-" + name);
        toggle.selectedProperty().bindBidirectional(lab.race().chosen(name));
        FieldRow row = new FieldRow(messages.bind("chart.method." + name), toggle)
                .withLeading(new SeriesSymbol(context.appearance(), styleOf(name)));
        row.disableProperty().bind(lab.settings().settingsState().state().map(study -> !MethodRaceViewModel.canSearch(name, study)));
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
                        lab.race().found()));
        button.graphicProperty()
                .bind(lab.race().found().map(found -> Icons.icon(found.isRunning() ? "fth-x" : "fth-flag")));
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
