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

/** The worked cases, and which of them are looked at in which order. */
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

    /** @param all easy ones first */
    Shelf(List<Case> all) {
        this.all = List.copyOf(all);
    }

    // properties

    public List<Case> all() {
        return all;
    }

    /** Words that name, subject or tuned keys must hold; blank for any. */
    public StringProperty query() {
        return query;
    }

    public ObjectProperty<TaskFilter> task() {
        return task;
    }

    /** The key that must matter most; empty for any. */
    public StringProperty tuned() {
        return tuned;
    }

    public ObjectProperty<Order> order() {
        return order;
    }

    /** How many seeds are looked at, and run. */
    public DoubleProperty seeds() {
        return seeds;
    }

    /** Whether each seed is drawn. */
    public BooleanProperty points() {
        return points;
    }

    /** Whether the middle half is drawn. */
    public BooleanProperty band() {
        return band;
    }

    /** How many cases there are for each key that matters most, in the order of the shelf. */
    Map<String, Integer> tunedKeys() {
        Map<String, Integer> keys = new LinkedHashMap<>();
        all.forEach(one -> keys.merge(one.headline(), 1, Integer::sum));
        return keys;
    }

    int count(TaskFilter filter) {
        return (int) all.stream().filter(filter::holds).count();
    }

    /** Those that are looked at, in their order. */
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

    /** What was gained of what there was to gain: of the wrong answers, or of the error. */
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
