package hyperlab.file.optuna;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.disk.InputFile;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.tune.JobResult;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A study that Optuna ran, as a document of the Tuning lab. Trials keep their numbers, states and values. The study of
 * a program that {@code hyperlab code --to optuna} wrote has its experiment and its space; any other study is only a
 * record, whose space has the parameters that all finished trials have.
 *
 * @param document the study with its results
 * @param omittedKeys parameters that only some trials have
 * @param omittedTrials how many trials were left out because they have no values yet, or not all of them
 * @param directionKnown whether the file says whether smaller or larger values are better
 * @param truncated whether the end of the file is incomplete, so that it was read as far as it goes
 */
public record OptunaStudy(
        Document.OfStudy document,
        List<String> omittedKeys,
        int omittedTrials,
        boolean directionKnown,
        boolean truncated) {
    private static final int START = 4096;

    public OptunaStudy {
        omittedKeys = List.copyOf(omittedKeys);
    }

    /** Whether a file is a journal of Optuna or a table of its trials, by its first line. */
    public static boolean isOptuna(Path path) {
        String start = start(path);
        return OptunaJournal.isJournal(start) || OptunaTable.isHeader(start);
    }

    /** The beginning of the first line; empty if the file cannot be read. */
    private static String start(Path path) {
        if (!Files.isRegularFile(path)) {
            return "";
        }
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
            char[] start = new char[START];
            int count = reader.read(start);
            String text = count < 0 ? "" : new String(start, 0, count);
            return text.lines().findFirst().orElse("").replace("\uFEFF", "");
        } catch (IOException unreadable) {
            return "";
        }
    }

    /**
     * The names of the studies in a journal, oldest first.
     *
     * @throws InvalidInputException if the journal is damaged
     */
    public static List<String> names(Path journal) {
        return OptunaJournal.names(journal);
    }

    /**
     * Reads a study.
     *
     * @param name its name in the journal; null for the only one
     * @param known the study whose trials these are; null if the journal says it, or it is not known
     * @throws InvalidInputException with a one-line reason if the file is damaged or was not written by Optuna
     */
    public static OptunaStudy read(Path path, @Nullable String name, @Nullable TuningStudy known) {
        String start = start(path);
        if (OptunaTable.isHeader(start)) {
            return of(OptunaTable.read(path), path, known);
        }
        if (OptunaJournal.isJournal(start)) {
            return of(OptunaJournal.read(path, name), path, known);
        }
        String file = path.toString().toLowerCase(Locale.ROOT);
        boolean isDatabase = start.startsWith("SQLite format 3") || file.contains("://") || file.matches("\\w+:/.*");
        if (!isDatabase && !Files.exists(path)) {
            throw new InvalidInputException("--from-optuna", Rule.NOT_FOUND_FILE, path);
        }
        if (!isDatabase) {
            InputFile.requireReadable(path);
        }
        throw new InvalidInputException(path.toString(), isDatabase ? Rule.OPTUNA_DATABASE : Rule.OPTUNA_UNKNOWN);
    }

    private static OptunaStudy of(OptunaRecord record, Path path, @Nullable TuningStudy known) {
        TuningStudy embedded = known == null ? embedded(record) : known;
        Set<String> keys = embedded == null
                ? commonKeys(record, path)
                : new LinkedHashSet<>(embedded.space().keys());
        List<OptunaTrial> complete = record.trials().stream()
                .filter(trial -> trial.values().keySet().containsAll(keys))
                .toList();
        if (complete.isEmpty()) {
            throw new InvalidInputException(path.toString(), Rule.OPTUNA_NO_TRIAL);
        }
        TuningStudy base = embedded == null ? recordOnly(record, keys) : embedded;
        List<OptunaTrial> placed = new OptunaSelection(keys, base.objective().isLargerBetter()).fitting(complete);
        List<SearchMethod.Recorded.RecordedTrial> points = new ArrayList<>();
        List<JournalEntry> results = new ArrayList<>();
        int share = TrialCurve.share((int)
                placed.stream().filter(trial -> trial.curve().recorded() > 0).count());
        boolean largerIsBetter = base.objective().isLargerBetter();
        for (OptunaTrial trial : placed) {
            Map<String, String> values = new LinkedHashMap<>();
            keys.forEach(
                    key -> values.put(key, Objects.requireNonNull(trial.values().get(key), key)));
            requirePoint(base.space(), trial.number(), unquoted(values, base.space()));
            points.add(new SearchMethod.Recorded.RecordedTrial(
                    trial.number(),
                    unquoted(values, base.space()),
                    trial.curve().thinned(share, largerIsBetter)));
            results.add(new JournalEntry(trial.number(), base.epochs(), result(trial, base)));
        }
        int trials = complete.get(complete.size() - 1).number() + 1;
        int omitted = complete.size() - placed.size();
        TuningStudy study = base.withMethod(new SearchMethod.Recorded(source(record), points, omitted))
                .withTrials(trials);
        return new OptunaStudy(
                new Document.OfStudy(study, results),
                record.space().keySet().stream()
                        .filter(key -> !keys.contains(key))
                        .toList(),
                record.trials().size() - complete.size(),
                record.directionKnown() || embedded != null,
                record.truncated());
    }

    private static String source(OptunaRecord record) {
        String sampler = record.attributes().getOrDefault("sampler", "");
        return sampler.isEmpty() ? "Optuna" : "Optuna, " + sampler;
    }

    /** The study of a program that {@code hyperlab code --to optuna} wrote; null for any other program. */
    private static @Nullable TuningStudy embedded(OptunaRecord record) {
        String json = record.attributes().get("hyperlab");
        return json != null && Documents.parse(json, "hyperlab") instanceof Document.OfStudy of ? of.study() : null;
    }

    /** The parameters that all finished trials have. */
    private static Set<String> commonKeys(OptunaRecord record, Path path) {
        Set<String> keys = new LinkedHashSet<>(record.space().keySet());
        if (keys.isEmpty()) {
            throw new InvalidInputException(path.toString(), Rule.OPTUNA_NO_TRIAL);
        }
        record.trials().stream()
                .filter(trial -> trial.state() == OptunaTrial.OptunaState.COMPLETE
                        || trial.state() == OptunaTrial.OptunaState.PRUNED)
                .forEach(trial -> keys.retainAll(trial.values().keySet()));
        if (keys.isEmpty()) {
            throw new InvalidInputException(path.toString(), Rule.OPTUNA_NO_COMMON);
        }
        return keys;
    }

    private static TuningStudy recordOnly(OptunaRecord record, Set<String> keys) {
        SearchSpace space = new SearchSpace(keys.stream()
                .map(key -> new SearchSpace.Hyperparameter(
                        key, Objects.requireNonNull(record.space().get(key), key)))
                .toList());
        return new TuningStudy(
                null,
                TuningStudy.RECORDED,
                space,
                new SearchMethod.Recorded("", List.of()),
                record.maximize() ? TuningObjective.VALIDATION_ACCURACY : TuningObjective.VALIDATION_LOSS,
                1,
                0,
                1);
    }

    /** Our programs write choices as JSON in a string; other programs write the values themselves. */
    private static Map<String, String> unquoted(Map<String, String> values, SearchSpace space) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (SearchSpace.Hyperparameter parameter : space.parameters()) {
            String value = Objects.requireNonNull(values.get(parameter.key()), parameter.key());
            texts.put(parameter.key(), OptunaChoice.onDimension(value, parameter.dimension()));
        }
        return texts;
    }

    private static void requirePoint(SearchSpace space, int trial, Map<String, String> values) {
        try {
            space.point(values);
        } catch (InvalidInputException error) {
            throw error.withPrefix("trial " + trial);
        }
    }

    private static JobResult result(OptunaTrial trial, TuningStudy study) {
        String noted = trial.attributes().getOrDefault("outcome", "");
        boolean diverged = noted.equals("diverged");
        JobResult.JobOutcome outcome = switch (trial.state()) {
            case COMPLETE -> diverged ? JobResult.JobOutcome.DIVERGED : JobResult.JobOutcome.COMPLETED;
            case PRUNED -> diverged ? JobResult.JobOutcome.DIVERGED : JobResult.JobOutcome.PRUNED;
            case FAIL -> JobResult.JobOutcome.FAILED;
            case RUNNING, WAITING -> JobResult.JobOutcome.RUNNING;
        };
        boolean hasValue = outcome == JobResult.JobOutcome.COMPLETED || outcome == JobResult.JobOutcome.PRUNED;
        double seconds = number(trial.attributes().get("seconds"), trial.seconds());
        int usual = study.experiment() == null && outcome == JobResult.JobOutcome.COMPLETED ? 1 : 0;
        int epochs = (int) number(trial.attributes().get("epochs"), Math.max(usual, trial.lastStep()));
        return new JobResult(outcome, epochs, hasValue ? trial.value() : Double.NaN, seconds);
    }

    private static double number(@Nullable String text, double otherwise) {
        try {
            return text == null ? otherwise : Math.max(0, Double.parseDouble(text));
        } catch (NumberFormatException other) {
            return otherwise;
        }
    }
}
