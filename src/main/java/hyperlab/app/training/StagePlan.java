package hyperlab.app.training;

import hyperlab.rule.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** How many charts stand on the stage, and which: places chosen by the person, whatever data are at hand. */
final class StagePlan {
    private static final List<StageChart> FIRST =
            List.of(StageChart.LOSS, StageChart.BOUNDARY, StageChart.NETWORK, StageChart.ACCURACY);

    private final ObjectProperty<Arrangement> arrangement =
            new SimpleObjectProperty<>(this, "arrangement", Arrangement.FOUR);
    private final ReadOnlyObjectWrapper<List<StageChart>> wanted = new ReadOnlyObjectWrapper<>(this, "wanted", FIRST);

    private final BooleanProperty original = new SimpleBooleanProperty(this, "original");

    /** How many charts there are. */
    enum Arrangement {
        ONE(1),
        TWO(2),
        FOUR(4);

        private final int places;

        Arrangement(int places) {
            this.places = places;
        }

        int places() {
            return places;
        }
    }

    // properties

    /** Whether a run of a TensorFlow Playground link is on stage. */
    BooleanProperty original() {
        return original;
    }

    ObjectProperty<Arrangement> arrangement() {
        return arrangement;
    }

    /** What is wanted at each of the four places, all different. */
    ReadOnlyObjectProperty<List<StageChart>> wanted() {
        return wanted.getReadOnlyProperty();
    }

    /** What is shown: of what is wanted as much as has room, and something else where it does not suit the run. */
    List<StageChart> shown(@Nullable RunFacts facts) {
        List<StageChart> shown = new ArrayList<>();
        for (StageChart chart : wanted.get().subList(0, arrangement.get().places())) {
            shown.add(chart.orElse(each -> suits(each, facts), shown));
        }
        return List.copyOf(shown);
    }

    /** Whether a chart has anything to say of what is on stage; of data not known before they are read. */
    boolean suits(StageChart chart, @Nullable RunFacts facts) {
        return chart.suits(facts) && (chart != StageChart.PLAYGROUND || original.get());
    }

    /** How it is kept from one session to the next: {@code four loss boundary …}; empty where nothing was chosen. */
    String text() {
        if (arrangement.get() == Arrangement.FOUR && wanted.get().equals(FIRST)) {
            return "";
        }
        return arrangement.get().name().toLowerCase(Locale.ROOT)
                + wanted.get().stream().map(chart -> " " + chart.id()).collect(Collectors.joining());
    }

    // commands

    /**
     * Brings back what {@link #text} gave.
     *
     * @throws Refusal where it cannot be read; nothing changes then
     */
    void restore(String text) {
        List<String> words = List.of(text.split(" ", -1));
        Arrangement kept = Arrays.stream(Arrangement.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(words.get(0)))
                .findFirst()
                .orElseThrow(() -> new Refusal("stage", "begins with one, two or four", text));
        List<StageChart> charts = words.stream()
                .skip(1)
                .flatMap(word -> Arrays.stream(StageChart.values())
                        .filter(chart -> chart.id().equals(word)))
                .distinct()
                .toList();
        if (charts.size() != FIRST.size()) {
            throw new Refusal("stage", "names four charts", text);
        }
        wanted.set(charts);
        arrangement.set(kept);
    }

    /** Wants {@code chart} in the last place that is seen, unless it is seen already or there is but one. */
    void bring(StageChart chart) {
        int places = arrangement.get().places();
        if (places > 1 && !wanted.get().subList(0, places).contains(chart)) {
            choose(places - 1, chart);
        }
    }

    /** Wants {@code chart} in a place, from 0; where it was wanted already, the two change places. */
    void choose(int place, StageChart chart) {
        List<StageChart> changed = new ArrayList<>(wanted.get());
        int there = changed.indexOf(chart);
        if (there >= 0) {
            Collections.swap(changed, there, place);
        } else {
            changed.set(place, chart);
        }
        wanted.set(List.copyOf(changed));
    }
}
