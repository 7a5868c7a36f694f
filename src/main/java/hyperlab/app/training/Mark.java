package hyperlab.app.training;

import hyperlab.file.SavedHistory;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;

/**
 * A setting that was changed during training.
 *
 * @param nameKey message key of the setting's name
 * @param epoch position on the epoch axis where the change took effect, including the fraction of the epoch
 * @param step optimizer steps before the change
 * @param before an experiment with the old value
 * @param after an experiment with the new value
 */
record Mark(String nameKey, double epoch, long step, Experiment before, Experiment after) {
    private static final int FEW = 4;

    /** Lists the changes, at most the first few; empty text if there are none. */
    static Words list(List<Mark> marks) {
        int shown = Math.min(FEW, marks.size());
        Words list = marks.isEmpty() ? Words.plain("") : marks.get(0).placed();
        for (Mark mark : marks.subList(Math.min(1, shown), shown)) {
            list = Words.of("training.marks", list, mark.placed());
        }
        return marks.size() > FEW ? Words.of("training.marks.more", list, Integer.toString(marks.size() - FEW)) : list;
    }

    /**
     * Adds this mark to earlier ones. It is merged with the previous mark of the same setting if that is at most
     * {@code gesture} epochs away or if there are already {@code most} marks.
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

    /** The setting with both values, for example "Batch size 32 → 8". */
    Words said() {
        return Words.of("training.difference", Words.of(nameKey), from(), to());
    }

    /** The form in which it is written to a file. */
    SavedHistory.SettingChange saved() {
        return new SavedHistory.SettingChange(OnTheWay.changed(nameKey), epoch, step, before, after);
    }

    /** Restores a mark from its {@link #saved} form. */
    static Mark of(SavedHistory.SettingChange change) {
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
