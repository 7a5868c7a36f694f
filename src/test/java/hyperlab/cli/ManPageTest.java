package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ManPageTest {
    private static final List<String> MACROS = List.of(".TH", ".SH", ".SS", ".PP", ".TP");

    private final String page = ManPage.text();

    @Test
    void describesEachCommandAndOption() {
        for (CommandSpec spec : HelpTextTest.specs()) {
            if (spec.parent() != null) {
                assertTrue(page.contains(".SS \"" + spec.qualifiedName().replace("-", "\\-") + "\"\n"), spec.name());
            }
            for (OptionSpec option : spec.options()) {
                assertTrue(page.contains(option.longestName().replace("-", "\\-")), option.longestName());
            }
        }
        assertTrue(page.startsWith(".TH HYPERLAB 1 "), page.substring(0, 40));
        assertTrue(page.contains(".SH NAME\nhyperlab \\- "));
    }

    @Test
    void noTextIsTakenForARequest() {
        List<String> requests = page.lines()
                .filter(line -> line.startsWith(".") || line.startsWith("'"))
                .filter(line -> !MACROS.contains(line.split(" ", -1)[0]))
                .toList();
        assertEquals(List.of(), requests);
    }
}
