package hyperlab.cli.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandOutputTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CommandOutput output = new CommandOutput(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void overwrittenLineReturnsToItsStartAndClearsTheRest() {
        output.overwriteLine("50 %");
        output.printLine("");
        assertEquals("\r50 %\u001b[K\n", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void streamThatIsNotTheConsoleIsNoTerminal() {
        assertFalse(output.isTerminal());
    }

    @Test
    void closingAWriterFlushesItAndLeavesTheOutputOpen() throws IOException {
        try (Writer writer = output.writer()) {
            writer.write("가나다");
            writer.flush();
        }
        output.print("after");
        assertEquals("가나다after", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void remainingTimeHasTheUnitOfItsSize() {
        assertEquals("50 %, 1 s left", timeLeft(0.2));
        assertEquals("50 %, 60 s left", timeLeft(59.5));
        assertEquals("50 %, 2 min left", timeLeft(61));
        assertEquals("50 %, 1.5 h left", timeLeft(5400));
    }

    private static String timeLeft(double seconds) {
        return DurationText.withTimeLeft("50 %", seconds, ENGLISH);
    }

    @Test
    void aLineTakesThePlaceOfAnOpenOne() {
        output.overwriteLine("50 %");
        output.printLine("done");
        output.printLine("next");
        output.overwriteLine("60 %");
        output.clearLine();
        output.clearLine();
        assertEquals(
                "\r50 %\u001b[K\r\u001b[Kdone\nnext\n\r60 %\u001b[K\r\u001b[K", bytes.toString(StandardCharsets.UTF_8));
    }
}
