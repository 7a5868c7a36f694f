package hyperlab.app.cases;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Score.Part;
import hyperlab.text.Texts;
import hyperlab.train.Spread;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The worked cases, with the filters and the sort order that are applied to them. */
public final class Shelf {
    public static final int FEWEST_SEEDS = 3;
    public static final int MOST_SEEDS = 30;
    static final String ANY = "";

    private static final int SEEDS = 10;

    private final List<Case> all;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObjectProperty<TaskFilter> task = new SimpleObjectProperty<>(this, "task", TaskFilter.ALL);
    private final StringProperty tuned = new SimpleStringProperty(this, "tuned", ANY);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", Order.EASIEST);
    private final DoubleProperty seeds = new SimpleDoubleProperty(this, "seeds", SEEDS);
    private final BooleanProperty points = new SimpleBooleanProperty(this, "points", true);
    private final BooleanProperty band = new SimpleBooleanProperty(this, "band", true);

    /** @param all the cases, easy ones first */
    Shelf(List<Case> all) {
        this.all = List.copyOf(all);
    }

    // properties

    public List<Case> all() {
        return all;
    }

    /** Text that must occur in the name, the subject or the tuned keys; blank for no filter. */
    public StringProperty query() {
        return query;
    }

    public ObjectProperty<TaskFilter> task() {
        return task;
    }

    /** The key that must be the most important one; empty for no filter. */
    public StringProperty tuned() {
        return tuned;
    }

    public ObjectProperty<Order> order() {
        return order;
    }

    /** The number of seeds that are shown and run. */
    public DoubleProperty seeds() {
        return seeds;
    }

    /** Whether charts show each seed as a point. */
    public BooleanProperty points() {
        return points;
    }

    /** Whether charts show the interquartile range. */
    public BooleanProperty band() {
        return band;
    }

    /** The number of cases for each key that is the most important one of a case, in the order of the cases. */
    Map<String, Integer> tunedKeys() {
        Map<String, Integer> keys = new LinkedHashMap<>();
        all.forEach(one -> keys.merge(one.headline(), 1, Integer::sum));
        return keys;
    }

    int count(TaskFilter filter) {
        return (int) all.stream().filter(filter::holds).count();
    }

    /** The cases that match the filters, sorted. */
    List<Case> shown(Texts texts) {
        String wanted = query.get().strip().toLowerCase(Locale.ROOT);
        List<Case> found = all.stream()
                .filter(task.get()::holds)
                .filter(one -> tuned.get().isEmpty() || one.headline().equals(tuned.get()))
                .filter(one -> wanted.isEmpty() || words(one, texts).contains(wanted))
                .toList();
        return order.get() == Order.EASIEST
                ? found
                : found.stream()
                        .sorted(Comparator.comparingDouble(Shelf::share).reversed())
                        .toList();
    }

    private static String words(Case one, Texts texts) {
        CaseWords words = new CaseWords(texts);
        StringBuilder all = new StringBuilder(one.name());
        all.append(' ').append(words.name(one)).append(' ').append(words.subject(one));
        one.tuned().forEach(key -> all.append(' ').append(words.key(key)));
        return all.toString().toLowerCase(Locale.ROOT);
    }

    /** The gain as a share of the possible gain: of the wrong predictions, or of the error. */
    static double share(Case one) {
        CaseScores scores = one.recorded();
        if (scores.seeds() == 0) {
            return 0;
        }
        double before = Spread.of(scores.array(Part.BEFORE)).median();
        double after = Spread.of(scores.array(Part.AFTER)).median();
        return one.measure().isLargerBetter() ? (after - before) / (1 - before + 1e-12) : (before - after) / before;
    }
}
