package hyperlab.app.descent;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.PinnedControl;
import hyperlab.app.control.LogSlider;
import hyperlab.app.control.SliderMark;
import hyperlab.app.control.Section;
import hyperlab.app.control.SegmentedButton;
import hyperlab.app.control.SeriesSymbol;
import hyperlab.app.control.FocusableToggleSwitch;
import hyperlab.app.control.Zone;
import hyperlab.descent.Contest;
import hyperlab.descent.DescentSetup;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Controls for the contest, the racers, and the selected racer's learning rate on a track colored by regime. */
final class RaceControls extends VBox {
    private static final double LEAST_RATE = 0.001;
    private static final double MOST_RATE = 10;

    private final RacerRows racers;
    private final Button add;
    private final LogSlider rate;
    private final SeriesSymbol rateMark;
    private final RegimeLegend legend;
    private List<Zone> zones = List.of();
    private List<SliderMark> marks = List.of();
    private double least = LEAST_RATE;

    RaceControls(LabContext context, RateViewModel lab) {
        Messages messages = context.messages();
        racers = new RacerRows(context, lab);
        add = new Button();
        add.setId("rate-add");
        add.textProperty()
                .bind(messages.compute(
                        () -> messages.get("rate.racer.add."
                                + lab.settings().contest().get().fileName()),
                        lab.settings().contest()));
        add.setGraphic(Icons.icon("fth-plus"));
        add.getStyleClass().add("link");
        add.setOnAction(event -> lab.addRacer());
        Hints.withHint(add, messages.bind("rate.racer.add.hint", Integer.toString(DescentSetup.MOST_RACERS)));
        rateMark = new SeriesSymbol(context.appearance(), RacerLook.of(0));
        rate = new LogSlider(
                "rate-learning-rate", messages, messages.bind("rate.learningRate"), LEAST_RATE, MOST_RATE, 0.1);
        rate.emphasize(rateMark);
        rate.value().bindBidirectional(lab.settings().learningRate());
        rate.onSettled(lab.undo()::settle);
        PinnedControl.markFirst(Hints.withHint(rate, messages.bind("rate.learningRate.hint")));
        legend = new RegimeLegend(messages);
        Section race = new Section(messages.bind("rate.race"), racers, add, ask(messages, lab), rate, legend)
                .addToHeader(contest(messages, lab));
        getChildren().add(race);
    }

    private static Node contest(Messages messages, RateViewModel lab) {
        SegmentedButton<Contest> contest =
                new SegmentedButton<>("rate-contest", messages, Contest.all(), value -> "rate.contest." + value.fileName());
        contest.value().addListener((observed, before, now) -> lab.undo().settle());
        contest.value().bindBidirectional(lab.settings().contest());
        return Hints.withHint(contest, messages.bind("rate.contest.hint"));
    }

    private static Node ask(Messages messages, RateViewModel lab) {
        FocusableToggleSwitch ask = new FocusableToggleSwitch("rate-ask");
        ask.selectedProperty().bindBidirectional(lab.asking().on());
        return Hints.withHint(new FieldRow(messages.bind("rate.ask"), ask), messages.bind("rate.ask.hint"));
    }

    /** @param veiled whether the outcomes are hidden */
    void show(Moment moment, boolean veiled) {
        racers.show(moment, veiled);
        add.setDisable(moment.race().walks().size() == DescentSetup.MOST_RACERS);
        rateMark.setLook(veiled ? RacerLook.of(moment.selected()) : RacerLook.of(moment.chosen(), moment.step()));
        double low = Math.min(LEAST_RATE, moment.race().leastRate());
        boolean other = low != least;
        if (other) {
            least = low;
            rate.setRange(least, MOST_RATE);
        }
        List<Zone> newZones = veiled ? List.of() : moment.zones();
        List<SliderMark> newMarks = veiled ? List.of() : moment.marks();
        if (other || !newZones.equals(zones) || !newMarks.equals(marks)) {
            zones = newZones;
            marks = newMarks;
            rate.setZones(zones, marks);
        }
        legend.setVisible(!veiled);
        legend.show(moment);
    }
}
