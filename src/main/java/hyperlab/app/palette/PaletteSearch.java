package hyperlab.app.palette;

import hyperlab.text.Language;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds entries by their names in any language. */
final class PaletteSearch {
    /** How much a match in the language of the window counts more than one in another language. */
    private static final int SAME_LANGUAGE = 8;

    private PaletteSearch() {}

    private record Found(PaletteEntry entry, int score) {}

    /** The entries that match, the best first; for a blank query all but the terms, in their order. */
    static List<PaletteEntry> find(String query, List<PaletteEntry> entries, Language language) {
        if (query.isBlank()) {
            return entries.stream()
                    .filter(entry -> entry.kind() != PaletteEntry.Kind.TERM)
                    .sorted(Comparator.comparing(PaletteEntry::kind))
                    .toList();
        }
        return entries.stream()
                .flatMap(entry -> score(query, entry, language).stream()
                        .mapToObj(score -> new Found(entry, score + bonus(entry.kind()))))
                .sorted(Comparator.comparingInt(Found::score)
                        .reversed()
                        .thenComparing(found -> found.entry().kind()))
                .map(Found::entry)
                .toList();
    }

    /** The names that several entries have, in the form of {@link #comparable}. */
    static Set<String> repeatedNames(List<PaletteEntry> entries, Language language) {
        Set<String> seen = new HashSet<>();
        return entries.stream()
                .map(entry -> comparable(entry.name(language)))
                .filter(name -> !seen.add(name))
                .collect(Collectors.toSet());
    }

    /** A name without differences of case: a lab and a term may have the same one. */
    static String comparable(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Of names that match nearly alike, what can be changed at once comes before what can be read. */
    private static int bonus(PaletteEntry.Kind kind) {
        return switch (kind) {
            case LAB, SETTING -> 12;
            case ACTION -> 8;
            case LESSON, PAGE -> 4;
            case TERM -> 0;
        };
    }

    private static OptionalInt score(String query, PaletteEntry entry, Language language) {
        return entry.names().entrySet().stream()
                .flatMapToInt(name -> FuzzyMatch.score(query, name.getValue()).stream()
                        .map(score -> score + (name.getKey() == language ? SAME_LANGUAGE : 0)))
                .max();
    }
}
