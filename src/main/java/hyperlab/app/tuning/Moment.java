package hyperlab.app.tuning;

import hyperlab.chart.StudyPictures;
import hyperlab.tune.Outlook;
import hyperlab.tune.Study;
import hyperlab.tune.TrialRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What there is to see at one place of the play head.
 *
 * @param position so many trials are over
 * @param rows those trials, and at the newest place those under way too
 */
record Moment(Search search, int position, List<TrialRow> rows) {
    Moment {
        rows = List.copyOf(rows);
    }

    static Moment of(Search search, int position) {
        List<TrialRow> over = search.over();
        if (position >= over.size()) {
            return new Moment(search, over.size(), search.rows());
        }
        return new Moment(search, position, new ArrayList<>(over.subList(0, position)));
    }

    Study study() {
        return search.study();
    }

    List<TrialRow> over() {
        return rows.stream().filter(row -> row.state().isOver()).toList();
    }

    /** The best trial so far. */
    Optional<TrialRow> best() {
        return StudyPictures.ranked(study(), rows).stream().findFirst();
    }

    /** By what the model chose the trials that come next; empty where none did. */
    Optional<Outlook> outlook() {
        return search.outlookAfter(position);
    }
}
