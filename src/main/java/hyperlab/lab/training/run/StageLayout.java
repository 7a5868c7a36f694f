package hyperlab.lab.training.run;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The number of charts on the stage and the chart selected for each place, independent of the current data. */
public final class StageLayout {
    private static final List<StageChart> DEFAULT_CHARTS =
            List.of(StageChart.LOSS, StageChart.BOUNDARY, StageChart.NETWORK, StageChart.ACCURACY);

    private final ObjectProperty<Arrangement> arrangement =
            new SimpleObjectProperty<>(this, "arrangement", Arrangement.THREE);
    private final ReadOnlyObjectWrapper<List<StageChart>> wanted =
            new ReadOnlyObjectWrapper<>(this, "wanted", DEFAULT_CHARTS);

    private String beforeAlone = "";

    private final BooleanProperty original = new SimpleBooleanProperty(this, "original");

    /** The number of charts. */
    public enum Arrangement {
        ONE(1),
        TWO(2),
        /** Two charts side by side, and a wide one below. */
        THREE(3),
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

    /** Whether a run of a TensorFlow Playground link is displayed. */
    BooleanProperty playgroundPageProperty() {
        return original;
    }

    public ObjectProperty<Arrangement> arrangementProperty() {
        return arrangement;
    }

    /** The selected charts for the four places, all different. */
    public ReadOnlyObjectProperty<List<StageChart>> chosenChartsProperty() {
        return wanted.getReadOnlyProperty();
    }

    /**
     * The charts that are shown: as many of the selected ones as there are places, with replacements for those that are
     * not suitable for the run.
     */
    public List<StageChart> visibleCharts(@Nullable RunFacts facts) {
        List<StageChart> visible = new ArrayList<>();
        for (StageChart chart : wanted.get().subList(0, arrangement.get().places())) {
            visible.add(chart.orElse(each -> isSuitable(each, facts), visible));
        }
        return List.copyOf(visible);
    }

    /** Whether a chart is meaningful for the displayed runs. True while the data have not been read. */
    public boolean isSuitable(StageChart chart, @Nullable RunFacts facts) {
        return chart.isSuitable(facts) && (chart != StageChart.PLAYGROUND || original.get());
    }

    /** The form for saving: {@code four loss boundary …}; empty for the default. */
    public String serialize() {
        if (arrangement.get() == Arrangement.THREE && wanted.get().equals(DEFAULT_CHARTS)) {
            return "";
        }
        return arrangement.get().name().toLowerCase(Locale.ROOT)
                + wanted.get().stream().map(chart -> " " + chart.id()).collect(Collectors.joining());
    }

    // commands

    /**
     * Restores what {@link #serialize} returned.
     *
     * @throws InvalidInputException if it cannot be parsed; nothing changes then
     */
    public void restore(String text) {
        List<String> tokens = List.of(text.split(" ", -1));
        Arrangement restored = Arrays.stream(Arrangement.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(tokens.get(0)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("stage", Rule.STAGE_ARRANGEMENT, text));
        List<StageChart> charts = tokens.stream()
                .skip(1)
                .flatMap(word -> Arrays.stream(StageChart.values())
                        .filter(chart -> chart.id().equals(word)))
                .distinct()
                .toList();
        if (charts.size() != DEFAULT_CHARTS.size()) {
            throw new InvalidInputException("stage", Rule.STAGE_CHARTS, text);
        }
        wanted.set(charts);
        arrangement.set(restored);
    }

    /** Shows {@code chart} alone; if it already is alone, shows what was there before. */
    public void toggleAlone(StageChart chart) {
        if (!isAlone(chart)) {
            beforeAlone = serialize();
            List<StageChart> charts = new ArrayList<>(wanted.get());
            charts.remove(chart);
            charts.add(0, chart);
            wanted.set(List.copyOf(charts.subList(0, DEFAULT_CHARTS.size())));
            arrangement.set(Arrangement.ONE);
        } else if (beforeAlone.isEmpty()) {
            showFirst(List.of(), false);
        } else {
            restore(beforeAlone);
        }
    }

    public boolean isAlone(StageChart chart) {
        return arrangement.get() == Arrangement.ONE && wanted.get().get(0) == chart;
    }

    /** Selects {@code chart} for the last visible place, unless it is visible already or there is only one place. */
    public void ensureVisible(StageChart chart) {
        int places = arrangement.get().places();
        if (places > 1 && !wanted.get().subList(0, places).contains(chart)) {
            setChart(places - 1, chart);
        }
    }

    /** Selects {@code chart} for the last visible place, unless it is visible already. */
    public void show(StageChart chart) {
        int places = arrangement.get().places();
        if (!wanted.get().subList(0, places).contains(chart)) {
            setChart(places - 1, chart);
        }
    }

    /**
     * Selects charts for the first places, and the default ones for the others.
     *
     * @param only whether there are no more places than these charts need
     */
    public void showFirst(List<StageChart> charts, boolean only) {
        List<StageChart> all = Stream.concat(charts.stream(), DEFAULT_CHARTS.stream())
                .distinct()
                .limit(DEFAULT_CHARTS.size())
                .toList();
        int places = only ? charts.size() : Math.max(charts.size(), Arrangement.THREE.places());
        wanted.set(all);
        arrangement.set(Arrays.stream(Arrangement.values())
                .filter(each -> each.places() >= places)
                .findFirst()
                .orElse(Arrangement.FOUR));
    }

    /** Replaces a chart that is visible for a run with these facts; without effect if it is not visible. */
    public void replace(StageChart visible, StageChart replacement, @Nullable RunFacts facts) {
        int place = visibleCharts(facts).indexOf(visible);
        if (place >= 0) {
            setChart(place, replacement);
        }
    }

    /**
     * Selects {@code chart} for a place, counted from 0. If it is selected for another place, the two charts are
     * swapped.
     */
    public void setChart(int place, StageChart chart) {
        List<StageChart> changed = new ArrayList<>(wanted.get());
        int otherPlace = changed.indexOf(chart);
        if (otherPlace >= 0) {
            Collections.swap(changed, otherPlace, place);
        } else {
            changed.set(place, chart);
        }
        wanted.set(List.copyOf(changed));
    }
}
