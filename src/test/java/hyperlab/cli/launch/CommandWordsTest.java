package hyperlab.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {
    /** What Bash makes of the same texts; the words are separated by |. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            srun -N1 -n1;              srun|-N1|-n1
            `  srun   -n1 `;           srun|-n1
            srun --comment="two words";srun|--comment=two words
            'a b' "c 'd'";             a b|c 'd'
            ssh 'node"1"' x"y"'z';     ssh|node"1"|xyz
            """)
    void splitsAtSpacesOutsideQuotes(String command, String words) {
        assertEquals(List.of(words.split("\\|", -1)), CommandWords.split("--launcher", command));
    }

    @Test
    void keepsDollarsAndBackslashes() {
        assertEquals(List.of("C:\\bin\\x", "$HOME", "\\1 $1"), CommandWords.split("-x", "C:\\bin\\x $HOME '\\1 $1'"));
    }

    @Test
    void keepsAnEmptyWord() {
        assertEquals(List.of("a", ""), CommandWords.split("-x", "a ''"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "srun 'x", "srun x\"", "a 'b \" c"})
    void rejectsAnOpenQuoteAndNoWord(String command) {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> CommandWords.split("--launcher", command));
        assertEquals(Rule.COMMAND_WORDS, error.rule());
        assertEquals("--launcher", error.name());
    }
}
