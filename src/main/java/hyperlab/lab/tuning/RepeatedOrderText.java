package hyperlab.lab.tuning;

import hyperlab.text.Texts;
import hyperlab.tune.TrialRanking;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialReplication.ReplicatedTrial;
import hyperlab.tune.TuningStudy;
import java.util.List;

/** Says which trial ranks first after the best ones were repeated. */
final class RepeatedOrderText {
    private final Texts texts;

    RepeatedOrderText(Texts texts) {
        this.texts = texts;
    }

    /**
     * One or two sentences; empty without repeats.
     *
     * @param rows all trials of the search
     */
    String describe(TuningStudy study, List<TrialRecord> rows, List<ReplicatedTrial> repeats) {
        TrialRanking ranking = TrialRanking.of(study, rows, repeats);
        if (repeats.isEmpty() || ranking.trials().isEmpty()) {
            return "";
        }
        if (!ranking.isDecidedByRepeats()) {
            return texts.get("tuning.repeats.order.outdated");
        }
        TrialRecord first = ranking.trials().get(0);
        TrialRecord before = study.ranked(rows).get(0);
        return texts.get(
                first.trial() == before.trial() ? "tuning.repeats.order.same" : "tuning.repeats.order.changed",
                Integer.toString(first.trial()),
                TuningText.number(ranking.median(first).orElse(Double.NaN)),
                Integer.toString(before.trial()),
                TuningText.number(ranking.median(before).orElse(Double.NaN)));
    }
}
