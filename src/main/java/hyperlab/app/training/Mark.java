package hyperlab.app.training;

import hyperlab.file.SavedHistory;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;

/**
 * A setting that was changed while the run trained.
 *
 * @param nameKey message key of the setting's name
 * @param epoch where on the epoch axis the next step took it up, with the part of the epoch that was done
 * @param step optimizer steps done by then
 * @param before an experiment with the value until then
 * @param after one with the value from then on
 */
record Mark(String nameKey, double epoch, long step, Experiment before, Experiment after) {
    private static final int FEW = 4;

    /** The changes one after another, of many the first few; of no words where there are none. */
    static Words list(List<Mark> marks) {
        int shown = Math.min(FEW, marks.size());
        Words list = marks.isEmpty() ? Words.plain("") : marks.get(0).placed();
        for (Mark mark : marks.subList(Math.min(1, shown), shown)) {
            list = Words.of("training.marks", list, mark.placed());
        }
        return marks.size() > FEW ? Words.of("training.marks.more", list, Integer.toString(marks.size() - FEW)) : list;
    }

    /**
     * Marks with this one as the newest: one gesture with the one before it of the same setting, where that is not
     * farther than {@code gesture} epochs away or {@code most} marks are there.
     */
    List<Mark> after(List<Mark> earlier, double gesture, int most) {
        List<Mark> all = new ArrayList<>(earlier);
        Mark added = this;
        for (int i = all.size() - 1; i >= 0; i--) {
            Mark last = all.get(i);
            if (last.nameKey.equals(nameKey)) {
                if (epoch - last.epoch <= gesture || all.size() >= most) {
                    added = new Mark(nameKey, last.epoch, last.step, last.before, after);
                    all.remove(i);
                }
                break;
            }
        }
        if (!added.from().equals(added.to())) {
            all.add(added);
        }
        return List.copyOf(all);
    }

    private Words placed() {
        return Words.of("training.mark", said(), Long.toString(step));
    }

    /** The setting with both values: "Batch size 32 → 8". */
    Words said() {
        return Words.of("training.difference", Words.of(nameKey), from(), to());
    }

    /** As it stands in a file. */
    SavedHistory.Change saved() {
        return new SavedHistory.Change(OnTheWay.changed(nameKey), epoch, step, before, after);
    }

    /** What was {@link #saved}. */
    static Mark of(SavedHistory.Change change) {
        return new Mark(
                OnTheWay.nameKey(change.setting()), change.epoch(), change.step(), change.before(), change.after());
    }

    private Words from() {
        return OnTheWay.say(nameKey, before);
    }

    private Words to() {
        return OnTheWay.say(nameKey, after);
    }
}
