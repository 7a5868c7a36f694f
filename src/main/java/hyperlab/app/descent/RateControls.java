package hyperlab.app.descent;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.LogSlider;
import hyperlab.app.control.Mark;
import hyperlab.app.control.Section;
import hyperlab.app.control.SeriesMark;
import hyperlab.app.control.Toggle;
import hyperlab.app.control.Zone;
import hyperlab.descent.DescentSetup;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The lab's left panel: the curve, the racers, and the chosen racer's rate and optimizer. */
final class RateControls extends VBox {
    private final FunctionControls function;
    private final RacerRows racers;
    private final Button add;
    private final LogSlider rate;
    private final SeriesMark rateMark;
    private final RegimeLegend legend;
    private List<Zone> zones = List.of();
    private List<Mark> marks = List.of();

    RateControls(LabContext context, RateViewModel lab) {
        getStyleClass().addAll("rate-lab", "controls-content");
        Messages messages = context.messages();
        function = new FunctionControls(messages, lab);
        racers = new RacerRows(context, lab);
        add = new Button();
        add.setId("rate-add");
        add.textProperty().bind(messages.bind("rate.racer.add"));
        add.setGraphic(Icons.icon("fth-plus"));
        add.getStyleClass().add("link");
        add.setOnAction(event -> lab.addRacer());
        rateMark = new SeriesMark(context.appearance(), RacerLook.of(0));
        rate = new LogSlider("rate-learning-rate", messages, messages.bind("rate.learningRate"), 0.001, 10, 0.1);
        rate.strong(rateMark);
        rate.value().bindBidirectional(lab.settings().learningRate());
        rate.onSettled(lab.undo()::settle);
        legend = new RegimeLegend(messages);
        Section race = new Section(messages.bind("rate.race"), racers, add, ask(messages, lab), rate, legend);
        getChildren().addAll(function, race, new OptimizerControls(messages, lab), new NoiseControls(context, lab));
    }

    private static Node ask(Messages messages, RateViewModel lab) {
        Toggle ask = new Toggle("rate-ask");
        ask.selectedProperty().bindBidirectional(lab.asking().on());
        return Hints.on(new FieldRow(messages.bind("rate.ask"), ask), messages.bind("rate.ask.hint"));
    }

    /** @param veiled whether what the rates do is not to be seen yet */
    void show(Moment moment, boolean veiled) {
        function.show(moment);
        racers.show(moment, veiled);
        boolean full = moment.race().walks().size() == DescentSetup.MOST_RACERS;
        add.setDisable(full);
        rateMark.look(veiled ? RacerLook.of(moment.selected()) : RacerLook.of(moment.chosen(), moment.step()));
        List<Zone> newZones = veiled ? List.of() : moment.zones();
        List<Mark> newMarks = veiled ? List.of() : moment.marks();
        if (!newZones.equals(zones) || !newMarks.equals(marks)) {
            zones = newZones;
            marks = newMarks;
            rate.zones(zones, marks);
        }
        legend.setVisible(!veiled);
        legend.show(moment);
    }
}
