package hyperlab.lab.learningrate;

import hyperlab.chart.style.ChartTheme;
import hyperlab.file.Document;
import hyperlab.lab.FirstPicture;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Texts;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Rectangle2D;

/** The first picture of the Learning rate lab, before the lab is built. Any thread. */
public final class DescentFirstPicture {
    // As the style sheet and the stage have them.
    private static final double GAP = 12;
    private static final double MIN_VALUES_HEIGHT = 200;
    private static final double MIN_DESCENT_HEIGHT = 245;
    /** Of the space that the narration leaves, the descent gets two thirds. */
    private static final double DESCENT_SHARE = 2.0 / 3;

    /** The narrated step of a racer without momentum. */
    private static final double NARRATION_HEIGHT = 99;

    private static final double NARRATION_HEIGHT_WITHOUT_FORMULA = 59;

    /** Long computations are left to the lab. */
    private static final Executor LEFT_OUT = work -> {};

    private DescentFirstPicture() {}

    /**
     * The first picture; empty if it takes long to compute.
     *
     * @param restored what the lab will restore; empty for its usual start
     */
    public static Optional<FirstPicture> of(Optional<Document> restored, Texts texts, ChartTheme theme) {
        LearningRateViewModel model = new LearningRateViewModel(LEFT_OUT, LEFT_OUT);
        try {
            restored.ifPresent(document -> model.open(document, null));
        } catch (InvalidInputException unreadable) {
            return of(Optional.empty(), texts, theme); // as the lab does
        }
        RaceSnapshot snapshot = model.viewStateProperty().get();
        return snapshot.race().setup().equals(model.setup())
                ? Optional.of(new FirstPicture(
                        texts.get("learning-rate.stage.descent"),
                        LearningRateCharts.ofFirstPicture(snapshot, texts, theme), DescentFirstPicture::place))
                : Optional.empty();
    }

    private static Optional<Rectangle2D> place(double width, double height, double windowHeight) {
        double narration = windowHeight < StepNarrationView.MIN_SCENE_HEIGHT
                ? NARRATION_HEIGHT_WITHOUT_FORMULA
                : NARRATION_HEIGHT;
        double shared = height - 4 * GAP - narration;
        double descent = Math.floor(Math.min(shared * DESCENT_SHARE, shared - MIN_VALUES_HEIGHT));
        // Where the stage is lower than its cards, it scrolls, and its scroll bar takes some of the width.
        return descent < MIN_DESCENT_HEIGHT
                ? Optional.empty()
                : Optional.of(new Rectangle2D(GAP, GAP, width - 2 * GAP, descent));
    }
}
