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

    /** The narrated step on a curve, without its formula. */
    private static final double NARRATION_HEIGHT = 59;

    private static final double FORMULA_HEIGHT = 40;
    /** A surface has two coordinates below each other. */
    private static final double SECOND_COORDINATE_HEIGHT = 17;
    /** The line with the effective learning rate. */
    private static final double EFFECTIVE_HEIGHT = 25;

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
                        LearningRateCharts.ofFirstPicture(snapshot, texts, theme),
                        (width, height, windowHeight) ->
                                place(width, height - narrationHeight(snapshot, windowHeight))))
                : Optional.empty();
    }

    private static double narrationHeight(RaceSnapshot snapshot, double windowHeight) {
        boolean isAdaptive = snapshot.narration()
                .filter(narration -> narration.updateRule().isAdaptive())
                .isPresent();
        return NARRATION_HEIGHT
                + (windowHeight < StepNarrationView.MIN_SCENE_HEIGHT ? 0 : FORMULA_HEIGHT)
                + (snapshot.race().isSurface() ? SECOND_COORDINATE_HEIGHT : 0)
                + (isAdaptive ? EFFECTIVE_HEIGHT : 0);
    }

    private static Optional<Rectangle2D> place(double width, double heightOfCharts) {
        double shared = heightOfCharts - 4 * GAP;
        double descent = Math.floor(Math.min(shared * DESCENT_SHARE, shared - MIN_VALUES_HEIGHT));
        // Where the stage is lower than its cards, it scrolls, and its scroll bar takes some of the width.
        return descent < MIN_DESCENT_HEIGHT
                ? Optional.empty()
                : Optional.of(new Rectangle2D(GAP, GAP, width - 2 * GAP, descent));
    }
}
