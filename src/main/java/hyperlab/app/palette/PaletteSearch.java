package hyperlab.app.palette;

import hyperlab.text.FuzzyMatch;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds entries by their names, their kinds and their keywords in any language. */
final class PaletteSearch {
    /** How much a match in the language of the window counts more than one in another language. */
    private static final int SAME_LANGUAGE = 8;
    /** The score of a keyword or a kind: less than that of a name with the same letters next to each other. */
    private static final int KEYWORD = 60;
    /** The score of a keyword that is the whole query: more than that of a name in which its letters are scattered. */
    private static final int WHOLE_KEYWORD = 250;

    private PaletteSearch() {}

    private record ScoredEntry(PaletteEntry entry, int score) {}

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
                        .mapToObj(score -> new ScoredEntry(entry, score + bonus(entry.kind()))))
                .sorted(Comparator.comparingInt(ScoredEntry::score)
                        .reversed()
                        .thenComparing(scored -> scored.entry().kind()))
                .map(ScoredEntry::entry)
                .toList();
    }

    /** A name without differences of case: a lab and a term may have the same one. */
    static String comparable(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Of names that match nearly alike, what can be changed at once comes before what can be read. */
    private static int bonus(PaletteEntry.Kind kind) {
        return switch (kind) {
            case LAB, SETTING -> 12;
            case ACTION, EXAMPLE -> 8;
            case LESSON, PAGE -> 4;
            case TERM -> 0;
        };
    }

    private static OptionalInt score(String query, PaletteEntry entry, Language language) {
        OptionalInt byName = entry.names().entrySet().stream()
                .flatMapToInt(name -> FuzzyMatch.score(query, name.getValue()).stream()
                        .map(score -> score + (name.getKey() == language ? SAME_LANGUAGE : 0)))
                .max();
        if (!isAbout(query, entry)) {
            // The names of examples are sentences, in which the letters of any short query are scattered somewhere.
            boolean scattered = entry.kind() == PaletteEntry.Kind.EXAMPLE
                    && entry.names().values().stream().noneMatch(name -> FuzzyMatch.contains(query, name));
            return scattered ? OptionalInt.empty() : byName;
        }
        boolean whole = entry.keywords().stream()
                .anyMatch(keyword -> comparable(keyword).equals(comparable(query)));
        int least = whole ? WHOLE_KEYWORD : KEYWORD;
        return OptionalInt.of(Math.max(least, byName.orElse(least)));
    }

    /** Whether each word of the query occurs in the kind of the entry, one of its names or one of its keywords. */
    private static boolean isAbout(String query, PaletteEntry entry) {
        List<String> texts = Stream.of(
                        Arrays.stream(Language.values())
                                .map(language ->
                                        Texts.in(language).get(entry.kind().key())),
                        entry.names().values().stream(),
                        entry.keywords().stream())
                .flatMap(each -> each)
                .map(PaletteSearch::comparable)
                .toList();
        return Pattern.compile("\\s+")
                .splitAsStream(comparable(query))
                .allMatch(word -> texts.stream().anyMatch(text -> text.contains(word)));
    }
}
