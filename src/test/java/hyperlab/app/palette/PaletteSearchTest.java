package hyperlab.app.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.app.palette.PaletteEntry.Kind;
import hyperlab.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaletteSearchTest {
    private static PaletteEntry entry(Kind kind, String english, String korean) {
        return new PaletteEntry(kind, Map.of(Language.ENGLISH, english, Language.KOREAN, korean), "", () -> {});
    }

    /** A lab, a page and a term have the same name, in English with another case; the palette tells them apart. */
    @Test
    void findsNamesThatSeveralEntriesHave() {
        List<PaletteEntry> entries = List.of(
                entry(Kind.LAB, "Learning rate", "학습률"),
                entry(Kind.TERM, "learning rate", "학습률"),
                entry(Kind.PAGE, "Batch size", "배치 크기"));
        assertEquals(Set.of("learning rate"), PaletteSearch.repeatedNames(entries, Language.ENGLISH));
        assertEquals(Set.of("학습률"), PaletteSearch.repeatedNames(entries, Language.KOREAN));
        assertEquals(Set.of(), PaletteSearch.repeatedNames(entries.subList(1, 3), Language.KOREAN));
    }
}
