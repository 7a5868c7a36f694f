package hyperlab.lab.learningrate;

import hyperlab.lab.LabContext;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.ui.Messages;
import javafx.scene.layout.VBox;

/** The lab's left panel: function, racers, learning rate, optimizer, schedule, noise and display. */
final class LearningRateControls extends VBox {
    private final FunctionControls function;
    private final RacerControls race;

    LearningRateControls(LabContext context, LearningRateViewModel lab) {
        getStyleClass().addAll("learning-rate-lab", "controls-content");
        Messages messages = context.messages();
        function = new FunctionControls(messages, lab);
        race = new RacerControls(context, lab);
        getChildren()
                .addAll(
                        function,
                        race,
                        function.runSettings(),
                        new OptimizerControls(messages, lab),
                        new ScheduleControls(messages, lab),
                        new NoiseControls(context, lab),
                        new DisplayControls(messages, lab));
    }

    /** @param hidden whether the outcomes are hidden */
    void show(RaceSnapshot snapshot, boolean hidden) {
        function.show(snapshot);
        race.show(snapshot, hidden);
    }
}
