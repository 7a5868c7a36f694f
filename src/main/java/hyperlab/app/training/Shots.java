package hyperlab.app.training;

import hyperlab.chart.EventMarks;
import hyperlab.chart.RunCurves;
import hyperlab.chart.TrainingShot;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the charts show of a picture. */
final class Shots {
    private Shots() {}

    static TrainingShot loss(Picture picture, Texts texts) {
        Previous previous = picture.previous();
        Reading reading = picture.reading();
        EpochReport head = reading == null ? null : reading.head();
        return new TrainingShot(
                loss(picture.curves()),
                previous == null ? null : loss(previous.curves()),
                name(previous, texts),
                picture.lastEpoch(),
                marks(picture, texts),
                head == null ? null : new TrainingShot.Head(head.epoch(), head.trainLoss(), head.validationLoss()),
                diverged(picture));
    }

    static TrainingShot accuracy(Picture picture, Texts texts) {
        Previous previous = picture.previous();
        Reading reading = picture.reading();
        EpochReport head = reading == null ? null : reading.head();
        return new TrainingShot(
                accuracy(picture.curves()),
                previous == null ? null : accuracy(previous.curves()),
                name(previous, texts),
                picture.lastEpoch(),
                marks(picture, texts),
                head == null
                        ? null
                        : new TrainingShot.Head(head.epoch(), head.trainAccuracy(), head.validationAccuracy()),
                diverged(picture));
    }

    private static RunCurves loss(Curves curves) {
        return new RunCurves(curves.trainLoss(), curves.validationLoss());
    }

    private static RunCurves accuracy(Curves curves) {
        return new RunCurves(curves.trainAccuracy(), curves.validationAccuracy());
    }

    private static String name(@Nullable Previous previous, Texts texts) {
        return previous == null ? "" : previous.label().in(texts);
    }

    private static List<EventMarks.Event> marks(Picture picture, Texts texts) {
        return picture.marks().stream()
                .map(mark -> new EventMarks.Event(mark.epoch(), mark.said().in(texts)))
                .toList();
    }

    private static @Nullable Integer diverged(Picture picture) {
        return picture.outcome() instanceof TrainingOutcome.Diverged diverged ? diverged.epochs() + 1 : null;
    }
}
