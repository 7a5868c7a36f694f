package hyperlab.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The style sheets of the theme without the rules for controls that the program does not have, which are half of them.
 * The toolkit reads every rule at the start, and compares those for labels, icons and text with each new node.
 */
final class ThemeSheet {
    /** Style classes of controls that the program does not have. A selector that names one of them is left out. */
    static final Set<String> UNUSED = Set.of(
            "accordion",
            "alert",
            "axis",
            "bb-code",
            "breadcrumbs",
            "calendar",
            "caption-menu-item",
            "chart",
            "choice-box",
            "color-palette",
            "color-palette-region",
            "color-picker",
            "custom-color-dialog",
            "custom-text-field",
            "date-picker-popup",
            "dialog-pane",
            "html-editor",
            "menu-bar",
            "message",
            "modal-box",
            "notification",
            "pagination",
            "popover",
            "progress-indicator",
            "ring-progress-indicator",
            "spinner",
            "split-menu-button",
            "split-pane",
            "tab-pane",
            "tile-base",
            "titled-pane",
            "tool-bar",
            "tree-cell",
            "tree-table-row-cell",
            "tree-table-view",
            "tree-view");

    private static final Map<Theme, String> URLS = new ConcurrentHashMap<>();

    private ThemeSheet() {}

    /** The address of the style sheet of a theme. */
    static String url(Theme theme) {
        return URLS.computeIfAbsent(
                theme, each -> Assets.dataUrl(used(Assets.text(sheet(each).getUserAgentStylesheet()))));
    }

    private static atlantafx.base.theme.Theme sheet(Theme theme) {
        return theme == Theme.DARK ? new PrimerDark() : new PrimerLight();
    }

    /** Leaves out comments and every selector that names an unused style class. */
    static String used(String sheet) {
        StringBuilder kept = new StringBuilder(sheet.length());
        int at = 0;
        while (true) {
            while (at < sheet.length() && Character.isWhitespace(sheet.charAt(at))) {
                at++;
            }
            if (sheet.startsWith("/*", at)) {
                at = sheet.indexOf("*/", at) + 2;
                continue;
            }
            int open = sheet.indexOf('{', at);
            if (open < 0) {
                return kept.toString();
            }
            int close = sheet.indexOf('}', open);
            String selectors = usedSelectors(sheet, at, open);
            if (!selectors.isEmpty()) {
                kept.append(selectors).append(sheet, open, close + 1);
            }
            at = close + 1;
        }
    }

    private static String usedSelectors(String sheet, int from, int to) {
        StringBuilder kept = new StringBuilder();
        int start = from;
        while (start < to) {
            int comma = sheet.indexOf(',', start);
            int end = comma < 0 || comma > to ? to : comma;
            if (isUsed(sheet, start, end)) {
                kept.append(kept.isEmpty() ? "" : ",").append(sheet, start, end);
            }
            start = end + 1;
        }
        return kept.toString();
    }

    private static boolean isUsed(String sheet, int from, int to) {
        int dot = sheet.indexOf('.', from);
        while (dot >= 0 && dot < to) {
            int end = dot + 1;
            while (end < to && (Character.isLetterOrDigit(sheet.charAt(end)) || sheet.charAt(end) == '-')) {
                end++;
            }
            if (UNUSED.contains(sheet.substring(dot + 1, end))) {
                return false;
            }
            dot = sheet.indexOf('.', end);
        }
        return true;
    }
}
