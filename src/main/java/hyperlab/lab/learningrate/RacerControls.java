package hyperlab.lab.learningrate;

import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.DescentSetup;
import hyperlab.lab.LabContext;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.SeriesSymbol;
import hyperlab.ui.control.slider.LogSlider;
import hyperlab.ui.control.slider.PinnedControl;
import hyperlab.ui.control.slider.SliderMark;
import hyperlab.ui.control.slider.Zone;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Controls for what is compared, the racers, and the selected racer's learning rate on a track colored by regime. */
final class RacerControls extends VBox {
    private static final double MIN_RATE = 0.001;
    private static final double MAX_RATE = 10;

    private final RacerList racers;
    private final Button add;
    private final LogSlider rate;
    private final SeriesSymbol rateMarker;
    private final RegimeLegend legend;
    private List<Zone> zones = List.of();
    private List<SliderMark> marks = List.of();
    private double minRate = MIN_RATE;

    RacerControls(LabContext context, LearningRateViewModel lab) {
        Messages messages = context.messages();
        racers = new RacerList(context, lab);
        add = new Button();
        add.setId("learning-rate-add");
        add.textProperty()
                .bind(messages.compute(
                        () -> messages.get("learning-rate.racer.add."
                                + lab.settings()
                                        .comparedHyperparameterProperty()
                                        .get()
                                        .fileName()),
                        lab.settings().comparedHyperparameterProperty()));
        add.setGraphic(Icons.icon("fth-plus"));
        add.getStyleClass().add("link");
        add.setOnAction(event -> lab.addRacer());
        Hints.withHint(add, messages.bind("learning-rate.racer.add.hint", Integer.toString(DescentSetup.MAX_RACERS)));
        rateMarker = new SeriesSymbol(context.appearance(), RacerStyle.of(0));
        rate = new LogSlider(
                "learning-rate-learning-rate",
                messages,
                messages.bind("learning-rate.learningRate"),
                MIN_RATE,
                MAX_RATE,
                0.1);
        rate.emphasize(rateMarker);
        rate.valueProperty().bindBidirectional(lab.settings().learningRateProperty());
        rate.onSettled(lab.undo()::settle);
        PinnedControl.markFirst(Hints.withHint(
                rate,
                messages.compute(
                        () -> messages.get(
                                "learning-rate.learningRate.hint",
                                lab.viewStateProperty().get().curvatureSymbol()),
                        lab.viewStateProperty())));
        legend = new RegimeLegend(messages);
        Section race = new Section(messages.bind("learning-rate.race"), racers, add, rate, legend)
                .addToHeader(comparedSelector(messages, lab));
        getChildren().add(race);
    }

    private static Node comparedSelector(Messages messages, LearningRateViewModel lab) {
        SegmentedButton<ComparedHyperparameter> compared = new SegmentedButton<>(
                "learning-rate-compared",
                messages,
                ComparedHyperparameter.all(),
                value -> "learning-rate.compared." + value.fileName());
        compared.valueProperty()
                .addListener((observed, before, now) -> lab.undo().settle());
        compared.valueProperty().bindBidirectional(lab.settings().comparedHyperparameterProperty());
        return Hints.withHint(compared, messages.bind("learning-rate.compared.hint"));
    }

    /** @param hidden whether the outcomes are hidden */
    void show(RaceSnapshot snapshot, boolean hidden) {
        racers.show(snapshot, hidden);
        add.setDisable(snapshot.race().runs().size() == DescentSetup.MAX_RACERS);
        rateMarker.setCurveStyle(
                hidden
                        ? RacerStyle.of(snapshot.selectedIndex())
                        : RacerStyle.of(snapshot.selectedRun(), snapshot.step()));
        double low = Math.min(MIN_RATE, snapshot.race().smallestUsefulRate());
        boolean rangeChanged = low != minRate;
        if (rangeChanged) {
            minRate = low;
            rate.setRange(minRate, MAX_RATE);
        }
        List<Zone> newZones = hidden ? List.of() : snapshot.zones();
        List<SliderMark> newMarks = hidden ? List.of() : snapshot.marks();
        if (rangeChanged || !newZones.equals(zones) || !newMarks.equals(marks)) {
            zones = newZones;
            marks = newMarks;
            rate.setZones(zones, marks);
        }
        legend.setVisible(!hidden);
        legend.show(snapshot);
    }
}
