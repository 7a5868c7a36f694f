package hyperlab.app.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** How many charts stand on the stage, and which: places chosen by the person, whatever data are at hand. */
final class StagePlan {
    private final ObjectProperty<Arrangement> arrangement =
            new SimpleObjectProperty<>(this, "arrangement", Arrangement.FOUR);
    private final ReadOnlyObjectWrapper<List<StageChart>> wanted = new ReadOnlyObjectWrapper<>(
            this, "wanted", List.of(StageChart.LOSS, StageChart.BOUNDARY, StageChart.NETWORK, StageChart.ACCURACY));

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
            shown.add(chart.orElse(facts, shown));
        }
        return List.copyOf(shown);
    }

    // commands

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
