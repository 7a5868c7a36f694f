package hyperlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeSheetTest {
    private static final Pattern CLASS = Pattern.compile("\\.([\\w-]+)");

    @Test
    void leavesOutSelectorsThatNameAnUnusedClass() {
        String sheet = """
                /* a { comment } */
                .button, .spinner > .button:hover, .label { -fx-padding: 1px; }
                .tab-pane .tab { -fx-padding: 2px; }
                .tab-pane-like { -fx-padding: 3px; }
                """;
        assertEquals(
                ".button, .label { -fx-padding: 1px; }.tab-pane-like { -fx-padding: 3px; }", ThemeSheet.used(sheet));
    }

    /** The toolkit's own parser reads the same rules from both sheets, except for those left out. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void keepsAllOtherRulesOfTheTheme(Theme theme) throws IOException {
        String path = (theme == Theme.DARK ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
        String sheet = Assets.text(path);
        List<String> all = rules(sheet, Set.of());
        List<String> expected = rules(sheet, ThemeSheet.UNUSED);
        assertEquals(expected, rules(ThemeSheet.used(sheet), Set.of()));
        assertTrue(expected.size() < 0.6 * all.size(), expected.size() + " of " + all.size());
        assertFalse(expected.isEmpty());
    }

    @Test
    void eachUnusedClassIsInTheTheme() {
        String sheet = Assets.text(new PrimerLight().getUserAgentStylesheet());
        Set<String> named = new TreeSet<>();
        CLASS.matcher(sheet).results().forEach(match -> named.add(match.group(1)));
        assertEquals(
                List.of(),
                ThemeSheet.UNUSED.stream().filter(name -> !named.contains(name)).toList());
    }

    /** Each selector with the declarations of its rule. */
    private static List<String> rules(String sheet, Set<String> unused) throws IOException {
        Stylesheet parsed = new CssParser().parse(sheet);
        List<String> rules = new ArrayList<>();
        for (Rule rule : parsed.getRules()) {
            rule.getSelectors().stream()
                    .map(Object::toString)
                    .filter(selector -> Collections.disjoint(classes(selector), unused))
                    .forEach(selector -> rules.add(selector + rule.getDeclarations()));
        }
        return rules;
    }

    private static List<String> classes(String selector) {
        return CLASS.matcher(selector).results().map(match -> match.group(1)).toList();
    }
}
