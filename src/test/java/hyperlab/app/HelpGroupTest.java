package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabName;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.Shortcut;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelpGroupTest {
    private static final List<LabName> LABS = List.of(LabName.LEARNING_RATE, LabName.TRAINING);

    @Test
    void everyKeyAndGestureIsInExactlyOneGroup() {
        List<String> listed = HelpGroup.all(LABS).stream()
                .flatMap(group -> group.entries().stream())
                .map(HelpGroup.Entry::nameKey)
                .toList();
        List<String> expected = Stream.of(
                        Stream.of(Shortcut.values()).map(Shortcut::nameKey),
                        LABS.stream().map(LabName::titleKey),
                        Arrays.stream(Shortcut.Purpose.values())
                                .flatMap(purpose -> Shortcut.otherKeys(purpose).keySet().stream()),
                        Shortcut.chartGestures().keySet().stream())
                .flatMap(keys -> keys)
                .toList();
        assertEquals(expected.size(), listed.size());
        assertEquals(new HashSet<>(expected), new HashSet<>(listed));
    }

    @Test
    void noGroupIsEmpty() {
        for (HelpGroup group : HelpGroup.all(LABS)) {
            assertFalse(group.entries().isEmpty(), group.nameKey());
        }
    }

    @Test
    void aPresentationIsAGroupOfItsOwn() {
        HelpGroup group = HelpGroup.all(LABS).stream()
                .filter(each -> each.nameKey().equals("shell.keys.presentation"))
                .findFirst()
                .orElseThrow();
        List<String> names =
                group.entries().stream().map(HelpGroup.Entry::nameKey).toList();
        assertTrue(names.containsAll(List.of("shell.present", "present.keys.main")), names.toString());
        assertFalse(names.contains("player.keys.hint"), names.toString());
    }

    /** The names of shortcuts are tooltips, too, so they may say more. */
    @Test
    void noOtherEntryRepeatsItsHeading() {
        List<String> shortcuts =
                Stream.of(Shortcut.values()).map(Shortcut::nameKey).toList();
        for (Language language : Language.values()) {
            Texts texts = Texts.in(language);
            for (HelpGroup group : HelpGroup.all(LABS)) {
                String heading = texts.get(group.nameKey());
                for (HelpGroup.Entry entry : group.entries()) {
                    String name = texts.get(entry.nameKey());
                    String remark =
                            name.endsWith(")") ? name.substring(name.lastIndexOf('(') + 1, name.length() - 1) : name;
                    if (!shortcuts.contains(entry.nameKey())) {
                        assertFalse(
                                name.startsWith(heading)
                                        || heading.toLowerCase(Locale.ROOT).startsWith(remark.toLowerCase(Locale.ROOT)),
                                heading + ": " + name);
                    }
                }
            }
        }
    }
}
