package hyperlab.app.descent;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import javafx.scene.layout.VBox;

/** The lab's left panel: function, racers, learning rate, optimizer, schedule, noise and display. */
final class RateControls extends VBox {
    private final FunctionControls function;
    private final RaceControls race;

    RateControls(LabContext context, RateViewModel lab) {
        getStyleClass().addAll("rate-lab", "controls-content");
        Messages messages = context.messages();
        function = new FunctionControls(messages, lab);
        race = new RaceControls(context, lab);
        getChildren()
                .addAll(
                        function,
                        race,
                        new OptimizerControls(messages, lab),
                        new ScheduleControls(messages, lab),
                        new NoiseControls(context, lab),
                        new DisplayControls(messages, lab));
    }

    /** @param veiled whether the outcomes are hidden */
    void show(Moment moment, boolean veiled) {
        function.show(moment);
        race.show(moment, veiled);
    }
}
