package hyperlab.lesson.ask;

import static hyperlab.lesson.ask.QuestionBuilder.show;

import hyperlab.file.Document;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.text.KeyNames;
import hyperlab.text.Texts;
import hyperlab.tune.Job;
import hyperlab.tune.JobResult;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.Searcher;
import hyperlab.tune.StudyBudget;
import hyperlab.tune.TuningStudy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How many values a search tries, how many epochs it uses, and which of the finished trials is the best. */
final class TuningQuestions implements SubjectQuestions {
    private static final int MIN_FINISHED = 4;
    private static final int MAX_SHOWN_VALUES = 3;
    private static final int MAX_ROUNDS = 6;

    private final Document.OfStudy document;
    private final TuningStudy study;
    private final Texts texts;

    /**
     * A trial with all of its epochs.
     *
     * @param text its number and its values
     */
    private record FinishedTrial(int trial, double value, String text) {}

    TuningQuestions(Document.OfStudy document, Texts texts) {
        this.document = document;
        study = document.study();
        this.texts = texts;
    }

    @Override
    public List<Supplier<Optional<AskedQuestion>>> kinds() {
        return List.of(this::best, this::distinctValues, this::epochs);
    }

    @Override
    public String noneKey() {
        return "ask.none.tuning";
    }

    private QuestionBuilder builder(String kind) {
        return new QuestionBuilder(texts, document, "ask.tuning." + kind);
    }

    private static String whole(long number) {
        return Long.toString(number);
    }

    /** The values of the finished trials that have all of their epochs, by trial. */
    private Map<Integer, Double> finished() {
        Map<Integer, Double> values = new HashMap<>();
        for (JournalEntry entry : document.results()) {
            if (entry.epochs() == study.epochs() && entry.result().hasValue()) {
                values.put(entry.trial(), entry.result().value());
            }
        }
        return values;
    }

    private double cost(double value) {
        return study.objective().isLargerBetter() ? -value : value;
    }

    /** The points of a search whose trials do not depend on results. */
    private List<Job> fixedTrials() {
        Searcher searcher = study.createSearcher();
        List<Job> all = new ArrayList<>();
        for (List<Job> jobs = searcher.next(); !jobs.isEmpty(); jobs = searcher.next()) {
            all.addAll(jobs);
            searcher.report(jobs, new double[jobs.size()]);
        }
        return all;
    }

    /** The points of the trials, by trial, as far as the known results determine them. */
    private Map<Integer, double[]> knownPoints() {
        Map<Integer, Map<Integer, JobResult>> known = new HashMap<>();
        document.results()
                .forEach(entry -> known.computeIfAbsent(entry.trial(), trial -> new HashMap<>())
                        .put(entry.epochs(), entry.result()));
        Map<Integer, double[]> points = new HashMap<>();
        Searcher searcher = study.createSearcher();
        for (List<Job> jobs = searcher.next(); !jobs.isEmpty(); jobs = searcher.next()) {
            double[] costs = new double[jobs.size()];
            boolean complete = true;
            for (int i = 0; i < costs.length; i++) {
                Job job = jobs.get(i);
                points.put(job.trial(), job.point());
                JobResult result = known.getOrDefault(job.trial(), Map.of()).get(job.epochs());
                complete &= result != null;
                costs[i] = result != null && result.hasValue() ? cost(result.value()) : Double.POSITIVE_INFINITY;
            }
            if (!complete) {
                break;
            }
            searcher.report(jobs, costs);
        }
        return points;
    }

    private boolean isFixed() {
        return study.method() instanceof SearchMethod.Grid || study.method() instanceof SearchMethod.RandomSearch;
    }

    /** Which of four finished trials has the best value; the four are spread evenly from the best to the worst. */
    private Optional<AskedQuestion> best() {
        Map<Integer, Double> values = finished();
        List<FinishedTrial> ranked = new ArrayList<>();
        knownPoints().forEach((trial, point) -> {
            Double value = values.get(trial);
            if (value != null) {
                ranked.add(new FinishedTrial(trial, value, describe(trial, point)));
            }
        });
        if (ranked.size() < MIN_FINISHED) {
            return Optional.empty();
        }
        ranked.sort(Comparator.comparingDouble(trial -> cost(trial.value())));
        List<FinishedTrial> shown = new ArrayList<>();
        for (int k = 0; k < MIN_FINISHED; k++) {
            shown.add(ranked.get(k * (ranked.size() - 1) / (MIN_FINISHED - 1)));
        }
        FinishedTrial best = ranked.get(0);
        int last = shown.stream().mapToInt(FinishedTrial::trial).max().orElseThrow();
        QuestionBuilder builder = builder("best").answeredBy("tuning-best");
        shown.stream()
                .sorted(Comparator.comparingInt(FinishedTrial::trial))
                .forEach(trial -> builder.optionWithBelief(
                        "trial" + trial.trial(),
                        trial.text(),
                        trial.value() == best.value(),
                        texts.get(
                                trial.trial() == last
                                        ? "ask.tuning.best.last.belief"
                                        : "ask.tuning.best.other.belief")));
        return builder.choice(
                texts.get(
                        "ask.tuning.best.why",
                        whole(best.trial()),
                        show(best.value()),
                        shown.stream()
                                .map(trial -> whole(trial.trial()) + ": " + show(trial.value()))
                                .collect(Collectors.joining(" · "))),
                whole(ranked.size()));
    }

    private String describe(int trial, double[] point) {
        String values = study.space().values(point).entrySet().stream()
                .limit(MAX_SHOWN_VALUES)
                .map(value -> KeyNames.of(value.getKey(), texts) + " " + readable(value.getValue()))
                .collect(Collectors.joining(" · "));
        return whole(trial) + ": " + values;
    }

    private static String readable(String value) {
        try {
            return show(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return value.replace("\"", "");
        }
    }

    /** How many different values of the first hyperparameter a grid or a random search tries. */
    private Optional<AskedQuestion> distinctValues() {
        if (!isFixed() || study.space().dimensions() < 2) {
            return Optional.empty();
        }
        List<Job> trials = fixedTrials();
        String axis = study.space().keys().get(0);
        long distinct = trials.stream()
                .map(job -> study.space().values(job.point()).get(axis))
                .distinct()
                .count();
        boolean grid = study.method() instanceof SearchMethod.Grid;
        return builder(grid ? "grid" : "random")
                .answeredBy("tuning-map")
                .right((double) distinct)
                .wrong("trials", trials.size())
                .wrong(
                        "root",
                        Math.rint(Math.pow(trials.size(), 1.0 / study.space().dimensions())))
                .wrong("share", Math.rint((double) trials.size() / study.space().dimensions()))
                .choice(
                        texts.get(
                                grid ? "ask.tuning.grid.why" : "ask.tuning.random.why",
                                whole(trials.size()),
                                KeyNames.of(axis, texts),
                                whole(distinct),
                                whole(study.space().dimensions())),
                        whole(trials.size()),
                        whole(study.space().dimensions()),
                        KeyNames.of(axis, texts));
    }

    /** How many epochs a search uses that stops trials early; for another method, what successive halving would use. */
    private Optional<AskedQuestion> epochs() {
        SearchMethod method = study.method().stopsEarly() ? study.method() : SearchMethod.Halving.DEFAULT;
        int minimum = method instanceof SearchMethod.Hyperband hyperband
                ? hyperband.minimumEpochs()
                : ((SearchMethod.Halving) method).minimumEpochs();
        int reduction = method instanceof SearchMethod.Hyperband hyperband
                ? hyperband.reduction()
                : ((SearchMethod.Halving) method).reduction();
        if (study.epochs() <= minimum) {
            return Optional.empty();
        }
        List<StudyBudget.Round> rounds = StudyBudget.rounds(new TuningStudy(
                study.experiment(),
                study.function(),
                study.space(),
                method,
                study.objective(),
                study.trials(),
                study.seed(),
                study.parallel()));
        long used = rounds.stream()
                .mapToLong(round -> (long) round.trials() * round.epochs())
                .sum();
        long full = (long) study.trials() * study.epochs();
        return builder("epochs")
                .right((double) used)
                .wrong("full", (double) full)
                .wrong("first", (double) study.trials() * minimum)
                .wrong("one", study.epochs())
                .choice(
                        texts.get("ask.tuning.epochs.why", sum(rounds, used), whole(study.trials()), whole(full)),
                        whole(study.trials()),
                        whole(study.epochs()),
                        texts.get(
                                "ask.tuning.method." + method.name(),
                                Integer.toString(minimum),
                                Integer.toString(reduction)));
    }

    /** The epochs round by round, such as 27 · 1 + 9 · 2 + 3 · 6 = 63; only the result if there are many rounds. */
    private static String sum(List<StudyBudget.Round> rounds, long used) {
        if (rounds.size() < 2 || rounds.size() > MAX_ROUNDS) {
            return whole(used);
        }
        return rounds.stream()
                        .map(round -> round.trials() + " · " + round.epochs())
                        .collect(Collectors.joining(" + ")) + " = " + whole(used);
    }
}
