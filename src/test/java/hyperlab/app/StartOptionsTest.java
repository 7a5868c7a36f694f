package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.ui.Theme;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartOptionsTest {
    @Test
    void acceptsOptionsAndOneFile() {
        StartOptions options = StartOptions.parse(
                "--lab", "training", "--language=ko", "--theme", "dark", "--present", "moons.hyperlab.json");
        assertEquals(Optional.of(LabName.TRAINING), options.lab());
        assertEquals(Optional.of(Language.KOREAN), options.language());
        assertEquals(Optional.of(Theme.DARK), options.theme());
        assertTrue(options.present());
        assertEquals(Optional.of(Path.of("moons.hyperlab.json")), options.file());
        assertFalse(StartOptions.parse().present());
    }

    @Test
    void rejectsUnknownLabAndListsAllLabs() {
        String labs = Stream.of(LabName.values()).map(LabName::id).collect(Collectors.joining(", "));
        InvalidInputException exception =
                assertThrows(InvalidInputException.class, () -> StartOptions.parse("--lab", "kitchen"));
        assertEquals("--lab can be " + labs + ", but not \"kitchen\"", exception.line());
        assertTrue(labs.startsWith("learning-rate, batch-size, map, training"), labs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--language fr | --language can be ko or en, but not \"fr\"",
                "--theme | --theme must be followed by its value",
                "--theme= | --theme can be light or dark, but not \"\"",
                "--present=yes | --present takes no value",
                "--colour red | --colour is not an option; there are --lab, --language, --theme and --present",
                "a.json b.json | b.json is one file too many"
            })
    void refusesOthersInOneLine(String line, String complaint) {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> StartOptions.parse(line.split(" ")));
        assertEquals(complaint, error.line());
    }

    @Test
    void theFirstStartIsOnlyExplainedIfNothingSaysWhatToShow() {
        assertTrue(StartOptions.parse("--language", "ko", "--theme", "dark").isPlain());
        assertFalse(StartOptions.parse("--lab", "training").isPlain());
        assertFalse(StartOptions.parse("--present").isPlain());
        assertFalse(StartOptions.parse("a.csv").isPlain());
    }
}
