package hyperlab.app.palette;

import hyperlab.text.Language;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Something that can be done or opened.
 *
 * @param kind what it is
 * @param names its name in each language
 * @param keywords in any language, what it is about
 * @param keys its keyboard shortcut; empty for none
 * @param run does or opens it
 */
record PaletteEntry(Kind kind, Map<Language, String> names, Set<String> keywords, String keys, Runnable run) {
    /** What an entry is, in the order in which equally good matches are listed. */
    enum Kind {
        LAB,
        SETTING,
        ACTION,
        EXAMPLE,
        LESSON,
        PAGE,
        TERM;

        /** Message key of its name. */
        String key() {
            return "shell.palette." + name().toLowerCase(Locale.ROOT);
        }
    }

    PaletteEntry {
        names = Map.copyOf(names);
        keywords = Set.copyOf(keywords);
    }

    /** An entry that is found by its name and its kind only. */
    PaletteEntry(Kind kind, Map<Language, String> names, String keys, Runnable run) {
        this(kind, names, Set.of(), keys, run);
    }

    /** The name in a language. */
    String name(Language language) {
        return names.getOrDefault(language, "");
    }
}
