package hyperlab.lesson.ask;

import static hyperlab.lesson.ask.QuestionBuilder.show;

import hyperlab.batch.BatchSetup;
import hyperlab.batch.EpochBatches;
import hyperlab.batch.GradientNoise;
import hyperlab.batch.TwoWeightModel;
import hyperlab.file.Document;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The noise of the gradient at the start, and the steps of an epoch, for the batch size of the Batch size lab. */
final class BatchQuestions implements SubjectQuestions {
    /** The compared batch sizes differ by this factor. */
    private static final int FACTOR = 4;

    private static final String[] NOISE_CARDS = {"batch-size-noise", "batch-size-surface-chosen"};

    private final BatchSetup setup;
    private final Texts texts;
    private final TwoWeightModel model;
    private final int size;

    BatchQuestions(BatchSetup setup, @Nullable Path folder, Texts texts) {
        this.setup = setup;
        this.texts = texts;
        model = TwoWeightModel.of(setup.model(), setup.model().load(folder));
        size = setup.training().batchSize().effective(model.samples());
    }

    @Override
    public List<Supplier<Optional<AskedQuestion>>> kinds() {
        return List.of(this::noisier, this::steps, this::ratio);
    }

    @Override
    public String noneKey() {
        return "ask.none.batch";
    }

    private QuestionBuilder builder(String kind) {
        return new QuestionBuilder(texts, new Document.OfBatch(setup), "ask.batch." + kind);
    }

    private static String whole(int number) {
        return Integer.toString(number);
    }

    /** The smaller of the two compared batch sizes: B if 4·B fits into the data, B/4 otherwise; 0 if neither does. */
    private int small() {
        return FACTOR * size <= model.samples() ? size : size / FACTOR;
    }

    private double noise(int batchSize) {
        return GradientNoise.at(model, setup.startX(), setup.startY()).deviationWithoutReplacement(batchSize);
    }

    private Optional<AskedQuestion> noisier() {
        int small = small();
        if (small == 0 || noise(1) == 0) {
            return Optional.empty();
        }
        int large = FACTOR * small;
        double smallNoise = noise(small);
        double largeNoise = noise(large);
        return builder("noisier")
                .answeredBy(NOISE_CARDS)
                .option("small", smallNoise > largeNoise, whole(small))
                .option("large", largeNoise > smallNoise, whole(large))
                .option("equal", smallNoise == largeNoise)
                .choice(
                        texts.get(
                                "ask.batch.noisier.why",
                                whole(small),
                                show(smallNoise),
                                whole(large),
                                show(largeNoise),
                                whole(model.samples())),
                        show(setup.startX()),
                        show(setup.startY()),
                        whole(small),
                        whole(large));
    }

    private Optional<AskedQuestion> ratio() {
        int small = small();
        if (small == 0 || noise(small) == 0) {
            return Optional.empty();
        }
        int large = FACTOR * small;
        double ratio = noise(large) / noise(small);
        return builder("ratio")
                .answeredBy(NOISE_CARDS)
                .right(ratio)
                .wrong("proportional", 1.0 / FACTOR)
                .wrong("replacement", 1 / Math.sqrt(FACTOR))
                .wrong("same", 1)
                .choice(
                        texts.get(
                                "ask.batch.ratio.why", whole(small), whole(large), whole(model.samples()), show(ratio)),
                        whole(small),
                        whole(large),
                        whole(model.samples()));
    }

    private Optional<AskedQuestion> steps() {
        EpochBatches epoch =
                new EpochBatches(model.samples(), size, setup.training().dropLast());
        EpochBatches otherwise =
                new EpochBatches(model.samples(), size, !setup.training().dropLast());
        String rule = setup.training().dropLast() ? "dropped" : "kept";
        return builder("steps")
                .answeredBy("batch-size-strip")
                .right(epoch.steps())
                .wrong(setup.training().dropLast() ? "kept" : "dropped", otherwise.steps())
                .wrong("size", size)
                .wrong("samples", model.samples())
                .choice(
                        texts.get(
                                "ask.batch.steps.why." + (model.samples() % size == 0 ? "whole" : rule),
                                whole(model.samples()),
                                whole(size),
                                whole(epoch.steps())),
                        whole(model.samples()),
                        whole(size),
                        texts.get("ask.batch.steps.rule." + rule));
    }
}
