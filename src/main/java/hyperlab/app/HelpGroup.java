package hyperlab.app;

import hyperlab.lab.LabName;
import hyperlab.ui.Shortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keys and gestures that serve the same purpose, under one heading of the help sheet.
 *
 * @param nameKey message key of the heading
 */
record HelpGroup(String nameKey, List<Entry> entries) {
    /**
     * @param nameKey message key of what it does
     * @param keys the keys' names, or the message key of a gesture
     */
    record Entry(String nameKey, String keys, boolean gesture) {}

    HelpGroup {
        entries = List.copyOf(entries);
    }

    /** Its lines, with the heading. */
    int rows() {
        return 1 + entries.size();
    }

    /** All groups, in the order of the sheet. */
    static List<HelpGroup> all(List<LabName> labs) {
        List<HelpGroup> groups = new ArrayList<>();
        for (Shortcut.Purpose purpose : Shortcut.Purpose.values()) {
            List<Entry> entries = new ArrayList<>();
            for (Shortcut shortcut : Shortcut.values()) {
                if (shortcut.purpose() == purpose) {
                    entries.add(new Entry(shortcut.nameKey(), shortcut.keys(), false));
                }
            }
            if (purpose == Shortcut.Purpose.LABS) {
                for (LabName lab : labs) {
                    entries.add(new Entry(lab.titleKey(), Shortcut.labKeys(labs.indexOf(lab)), false));
                }
            }
            entries.addAll(entries(Shortcut.otherKeys(purpose), false));
            if (purpose == Shortcut.Purpose.CHARTS) {
                entries.addAll(entries(Shortcut.chartGestures(), true));
            }
            groups.add(new HelpGroup(purpose.nameKey(), entries));
        }
        return List.copyOf(groups);
    }

    private static List<Entry> entries(Map<String, String> keys, boolean gestures) {
        return keys.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue(), gestures))
                .toList();
    }
}
