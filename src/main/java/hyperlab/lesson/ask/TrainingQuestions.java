package hyperlab.lesson.ask;

import static hyperlab.lesson.ask.QuestionBuilder.show;

import hyperlab.data.DataSplit;
import hyperlab.file.Document;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.lesson.readout.DocumentReadouts;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the validation loss turns, what a larger rate does, and which loss is lower: the run is trained in advance. */
final class TrainingQuestions implements SubjectQuestions {
    /** Rows × epochs × parameters of a run that trains within a few seconds. */
    private static final double MAX_WORK = 3e9;
    /** The work for each row that does not depend on the parameters, in parameters. */
    private static final double ROW_WORK = 500;
    /** How often a weight of a convolution is used for a row, roughly. */
    private static final double CONVOLUTION_WORK = 100;

    private static final int MIN_EPOCHS = 5;
    private static final double TOLERANCE_SHARE = 0.1;
    private static final int RATE_FACTOR = 10;

    private final Experiment experiment;
    private final Texts texts;
    private final ReadoutCache cache;
    private final DocumentReadouts readouts;
    private final DataSplit split;
    private final boolean isShort;

    TrainingQuestions(Experiment experiment, @Nullable Path folder, Texts texts, BooleanSupplier cancelled) {
        this.experiment = experiment;
        this.texts = texts;
        cache = new ReadoutCache(folder, cancelled);
        readouts = cache.of(new Document.OfExperiment(experiment));
        split = cache.split(experiment);
        isShort = work(experiment, split) <= MAX_WORK;
    }

    @Override
    public List<Supplier<Optional<AskedQuestion>>> kinds() {
        return isShort ? List.of(this::turn, this::split, this::largerRate) : List.of();
    }

    @Override
    public String noneKey() {
        return isShort ? "ask.none.training" : "ask.none.long";
    }

    /** The work of a run, in updates of a parameter by a row; does not train. */
    static double work(Experiment experiment, DataSplit split) {
        double rows = split.train().samples();
        double parameters =
                new TrainingRun(experiment, split, null).network().shape().parameterCount();
        double perRow = parameters * (experiment.network().convolutions().isEmpty() ? 1 : CONVOLUTION_WORK) + ROW_WORK;
        return rows * experiment.training().epochs() * experiment.ensemble() * perRow;
    }

    private double[] series(DocumentReadouts of, String name) {
        return of.series(name, RunSelector.FIRST);
    }

    private boolean hasValidation() {
        return split.validation().samples() > 0 && experiment.training().epochs() >= MIN_EPOCHS;
    }

    private boolean diverges(DocumentReadouts of) {
        return of.value("diverged", RunSelector.FIRST) == 1;
    }

    private QuestionBuilder builder(String kind) {
        return new QuestionBuilder(texts, new Document.OfExperiment(experiment), "ask.training." + kind)
                .answeredBy("training-loss");
    }

    private static String whole(int number) {
        return Integer.toString(number);
    }

    /** The epoch with the lowest validation loss. */
    private Optional<AskedQuestion> turn() {
        if (!hasValidation() || diverges(readouts)) {
            return Optional.empty();
        }
        double[] validation = series(readouts, "validationLoss");
        double[] training = series(readouts, "trainLoss");
        int last = validation.length - 1;
        int best = (int) readouts.value("bestEpoch", RunSelector.FIRST);
        double tolerance =
                Math.max(1, Math.rint(TOLERANCE_SHARE * experiment.training().epochs()));
        String why = texts.get(
                best == last ? "ask.training.turn.why.never" : "ask.training.turn.why",
                whole(best),
                show(validation[best]),
                whole(last),
                show(validation[last]),
                show(training[last]));
        return Optional.of(builder("turn")
                .playing()
                .number(
                        "bestEpoch",
                        readouts,
                        tolerance,
                        why,
                        whole(experiment.training().epochs()),
                        show(tolerance)));
    }

    /** Which loss is lower at the end. */
    private Optional<AskedQuestion> split() {
        if (!hasValidation() || diverges(readouts)) {
            return Optional.empty();
        }
        double[] validation = series(readouts, "validationLoss");
        double[] training = series(readouts, "trainLoss");
        int last = validation.length - 1;
        return builder("split")
                .playing()
                .option("training", training[last] < validation[last])
                .option("validation", validation[last] < training[last])
                .option("equal", validation[last] == training[last])
                .choice(
                        texts.get(
                                training[last] < validation[last]
                                        ? "ask.training.split.why.training"
                                        : "ask.training.split.why.validation",
                                whole(last),
                                show(training[last]),
                                show(validation[last])),
                        whole(experiment.training().epochs()));
    }

    /** What ten times the learning rate does. */
    private Optional<AskedQuestion> largerRate() {
        if (!hasValidation() || !experiment.training().layerRates().isEmpty() || diverges(readouts)) {
            return Optional.empty();
        }
        double rate = experiment.training().learningRate();
        DocumentReadouts larger = cache.of(new Document.OfExperiment(
                experiment.withTraining(experiment.training().withLearningRate(RATE_FACTOR * rate))));
        double[] now = series(readouts, "validationLoss");
        double[] then = series(larger, "validationLoss");
        boolean diverges = diverges(larger);
        double nowLoss = now[now.length - 1];
        double thenLoss = then[then.length - 1];
        String why = diverges
                ? texts.get("ask.training.larger.why.diverges", show(RATE_FACTOR * rate), whole(then.length))
                : texts.get(
                        "ask.training.larger.why", show(rate), show(nowLoss), show(RATE_FACTOR * rate), show(thenLoss));
        return builder("larger")
                .option("lower", !diverges && thenLoss < nowLoss)
                .option("higher", !diverges && thenLoss >= nowLoss)
                .option("diverges", diverges)
                .choice(
                        why,
                        show(rate),
                        show(RATE_FACTOR * rate),
                        whole(experiment.training().epochs()));
    }
}
