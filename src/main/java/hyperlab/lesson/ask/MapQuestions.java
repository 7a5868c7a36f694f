package hyperlab.lesson.ask;

import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.file.Document;
import hyperlab.file.MapTrainers;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.map.MapAxis;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.Pixel;
import hyperlab.map.PixelOutcome;
import hyperlab.map.PixelTrainer;
import hyperlab.map.PixelTrainer.PixelValues;
import hyperlab.random.RandomStream;
import hyperlab.text.KeyNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the run of one pixel ends. */
final class MapQuestions implements SubjectQuestions {
    private static final int CANDIDATES = 6;
    /** A candidate costs a run; see {@link TrainingQuestions#work}. */
    private static final double MAX_WORK = 5e8;

    private static final int DIGITS = 4;
    private static final List<PixelOutcome> OUTCOMES =
            List.of(PixelOutcome.CONVERGED, PixelOutcome.OSCILLATING, PixelOutcome.DIVERGED);

    private final MapSpecification map;
    private final @Nullable Path folder;
    private final int turn;
    private final Texts texts;
    private final BooleanSupplier cancelled;

    /** A pixel and how its run ends. */
    private record Candidate(PixelValues values, MapPoint place, Pixel pixel) {}

    MapQuestions(MapSpecification map, @Nullable Path folder, int turn, Texts texts, BooleanSupplier cancelled) {
        this.map = map;
        this.folder = folder;
        this.turn = turn;
        this.texts = texts;
        this.cancelled = cancelled;
    }

    @Override
    public List<Supplier<Optional<AskedQuestion>>> kinds() {
        return isShort() ? List.of(this::outcome) : List.of();
    }

    @Override
    public String noneKey() {
        return isShort() ? "ask.none.map" : "ask.none.long";
    }

    private boolean isShort() {
        return map.subject().accept(new MapSubject.Visitor<Boolean>() {
            @Override
            public Boolean visit(MapSubject.OfExperiment of) {
                Experiment experiment = of.experiment();
                DataSplit split = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), folder);
                return map.seeds() * TrainingQuestions.work(experiment, split) <= MAX_WORK;
            }

            @Override
            public Boolean visit(MapSubject.OfDescent of) {
                return true;
            }

            @Override
            public Boolean visit(MapSubject.OfMeanField of) {
                return true;
            }
        });
    }

    /** The document pins the pixel that is asked about; the map stays visible to mark it. */
    private QuestionBuilder builder(String kind, MapPoint place) {
        MapDisplay display = MapDisplay.DEFAULT.withPins(place, null);
        return new QuestionBuilder(texts, new Document.OfMap(map, display), "ask.map." + kind)
                .answeredBy("map-chart")
                .showing("map-chart");
    }

    private Optional<AskedQuestion> outcome() {
        Candidate candidate = candidate();
        if (candidate == null) {
            return Optional.empty();
        }
        PixelOutcome outcome = candidate.pixel().outcome();
        String xName = KeyNames.of(map.x().key(), texts);
        String yName = KeyNames.of(map.y().key(), texts);
        String x = readable(candidate.values().x());
        String y = readable(candidate.values().y());
        QuestionBuilder builder = builder("outcome", candidate.place());
        for (PixelOutcome each : OUTCOMES) {
            builder.option(each.fileName(), each == outcome);
        }
        return builder.choice(
                texts.get(
                        "ask.map.outcome.why." + outcome.fileName(),
                        xName,
                        x,
                        yName,
                        y,
                        duration(NumberFormats.format(candidate.pixel().epochs(), DIGITS))),
                xName,
                x,
                yName,
                y,
                duration(Integer.toString(map.subject().epochs())));
    }

    /** A number of epochs of a network, or of steps of a descent or a full batch. */
    private String duration(String count) {
        String key = map.subject().accept(new MapSubject.Visitor<>() {
            @Override
            public String visit(MapSubject.OfExperiment of) {
                return "ask.map.epochs";
            }

            @Override
            public String visit(MapSubject.OfDescent of) {
                return "ask.map.steps";
            }

            @Override
            public String visit(MapSubject.OfMeanField of) {
                return "ask.map.steps";
            }
        });
        return texts.get(key, count);
    }

    /** One of a few random pixels: the first that ends as it is this outcome's turn, or else the first valid one. */
    private @Nullable Candidate candidate() {
        PixelTrainer trainer = MapTrainers.of(map, folder);
        RandomStream random = RandomStream.named(turn, "questions");
        PixelOutcome wanted = OUTCOMES.get(turn % OUTCOMES.size());
        List<String> columns = map.x().values();
        List<String> rows = map.y().values();
        Candidate first = null;
        for (int k = 0; k < CANDIDATES; k++) {
            int column = random.nextInt(columns.size());
            int row = random.nextInt(rows.size());
            PixelValues values = new PixelValues(columns.get(column), rows.get(row));
            MapPoint place = new MapPoint(number(map.x(), column, values.x()), number(map.y(), row, values.y()));
            Pixel pixel = trainer.train(values, cancelled);
            if (pixel == null) {
                throw new CancellationException("the question is no longer needed");
            }
            Candidate candidate = new Candidate(values, place, pixel);
            if (candidate.pixel().outcome() == wanted) {
                return candidate;
            }
            boolean valid = candidate.pixel().outcome() != PixelOutcome.INVALID;
            first = first == null && valid ? candidate : first;
        }
        return first;
    }

    private static double number(MapAxis axis, int index, String value) {
        return axis.dimension() instanceof SearchDimension.CategoricalDimension ? index : Double.parseDouble(value);
    }

    private static String readable(String value) {
        try {
            return NumberFormats.format(Double.parseDouble(value), DIGITS);
        } catch (NumberFormatException e) {
            return value.replace("\"", "");
        }
    }
}
