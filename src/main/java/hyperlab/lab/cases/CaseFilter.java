package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.text.Texts;
import hyperlab.train.Quantiles;
import hyperlab.ui.SettingsState;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The worked cases, with the filters and the sort order that are applied to them. */
public final class CaseFilter {
    public static final int MIN_SEEDS = 3;
    public static final int MAX_SEEDS = 30;
    static final String ANY_KEY = "";

    private final List<Case> all;
    private final ObjectProperty<String> query;
    private final List<List<String>> questions;
    private final ObjectProperty<TaskFilter> task;
    private final ObjectProperty<String> tuned;
    private final ObjectProperty<CaseOrder> order;
    private final DoubleProperty seeds;
    private final ObjectProperty<Boolean> points;
    private final ObjectProperty<Boolean> band;

    /**
     * @param all the cases, easy ones first
     * @param questions the hyperparameters of each question, see {@link #matchesQuestion}
     */
    CaseFilter(List<Case> all, List<List<String>> questions, SettingsState<CaseFilterSettings> state) {
        this.all = List.copyOf(all);
        this.questions = List.copyOf(questions);
        query = state.part("cases.undo.query", CaseFilterSettings::query, CaseFilterSettings::withQuery);
        task = state.part("cases.undo.task", CaseFilterSettings::task, CaseFilterSettings::withTask);
        tuned = state.part("cases.undo.tuned", CaseFilterSettings::tuned, CaseFilterSettings::withTuned);
        order = state.part("cases.undo.order", CaseFilterSettings::order, CaseFilterSettings::withOrder);
        seeds = state.number("cases.undo.seeds", CaseFilterSettings::seeds, CaseFilterSettings::withSeeds);
        points = state.part("cases.undo.points", CaseFilterSettings::points, CaseFilterSettings::withPoints);
        band = state.part("cases.undo.band", CaseFilterSettings::band, CaseFilterSettings::withBand);
    }

    // properties

    public List<Case> all() {
        return all;
    }

    /** Text that must occur in the name, the subject or the tuned keys; blank for no filter. */
    public ObjectProperty<String> queryProperty() {
        return query;
    }

    public ObjectProperty<TaskFilter> taskProperty() {
        return task;
    }

    /** The key that must be that of the headline; empty for no filter. */
    public ObjectProperty<String> tunedProperty() {
        return tuned;
    }

    public ObjectProperty<CaseOrder> orderProperty() {
        return order;
    }

    /** The number of seeds that are shown and run. */
    public DoubleProperty seedsProperty() {
        return seeds;
    }

    /** Whether charts show each seed as a point. */
    public ObjectProperty<Boolean> pointsProperty() {
        return points;
    }

    /** Whether charts show the interquartile range. */
    public ObjectProperty<Boolean> bandProperty() {
        return band;
    }

    /** The number of cases for each key in their headlines, in the order of the cases, with the questions about it. */
    Map<String, Integer> tunedKeys() {
        Map<String, Integer> keys = new LinkedHashMap<>();
        all.forEach(workedCase -> keys.merge(workedCase.mainKey(), 1, Integer::sum));
        questions.forEach(question -> question.forEach(key -> keys.computeIfPresent(key, (same, count) -> count + 1)));
        return keys;
    }

    /** The number of cases and questions that a task leaves. */
    int count(TaskFilter filter) {
        int cases = (int) all.stream().filter(filter::matches).count();
        return filter.hasQuestions() ? cases + questions.size() : cases;
    }

    /** The cases that match the filters, sorted. */
    List<Case> filteredCases(Texts texts) {
        return sorted(
                all.stream().filter(workedCase -> matches(workedCase, texts)).toList());
    }

    /** Returns whether a case matches the filters. */
    boolean matches(Case workedCase, Texts texts) {
        String searchText = query.get().strip().toLowerCase(Locale.ROOT);
        return task.get().matches(workedCase)
                && (tuned.get().isEmpty() || workedCase.mainKey().equals(tuned.get()))
                && (searchText.isEmpty() || searchableText(workedCase, texts).contains(searchText));
    }

    /**
     * Returns whether a question about several hyperparameters of a classification matches the filters.
     *
     * @param text what is searched
     */
    boolean matchesQuestion(List<String> keys, String text) {
        String searchText = query.get().strip().toLowerCase(Locale.ROOT);
        return task.get().hasQuestions()
                && (tuned.get().isEmpty() || keys.contains(tuned.get()))
                && text.toLowerCase(Locale.ROOT).contains(searchText);
    }

    private List<Case> sorted(List<Case> results) {
        return order.get() == CaseOrder.EASIEST
                ? results
                : results.stream()
                        .sorted(Comparator.comparingDouble(CaseFilter::relativeGain)
                                .reversed())
                        .toList();
    }

    private static String searchableText(Case workedCase, Texts texts) {
        CaseText text = new CaseText(texts);
        StringBuilder all = new StringBuilder(workedCase.name());
        all.append(' ').append(text.name(workedCase)).append(' ').append(text.subject(workedCase));
        workedCase.tunedKeys().forEach(key -> all.append(' ').append(text.key(key)));
        return all.toString().toLowerCase(Locale.ROOT);
    }

    /** The gain as a share of the possible gain: of the wrong predictions, or of the error. */
    static double relativeGain(Case workedCase) {
        CaseScores scores = workedCase.recordedScores();
        if (scores.seeds() == 0) {
            return 0;
        }
        double before = Quantiles.of(scores.array(Configuration.BEFORE)).median();
        double after = Quantiles.of(scores.array(Configuration.AFTER)).median();
        return workedCase.metric().isLargerBetter()
                ? (after - before) / (1 - before + 1e-12)
                : (before - after) / before;
    }
}
