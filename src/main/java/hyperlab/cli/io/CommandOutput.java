package hyperlab.cli.io;

import java.io.BufferedWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.Optional;

/** Prints the output of a command. Lines end in \n on every platform, so that output can be compared. */
public record CommandOutput(PrintStream out) {
    public void printLine(String text) {
        out.print(text + "\n");
        out.flush();
    }

    /** Whether the output is a terminal, where a line can be overwritten. */
    public boolean isTerminal() {
        return out.equals(System.out)
                && Optional.ofNullable(System.console())
                        .filter(CommandOutput::isTerminal)
                        .isPresent();
    }

    /**
     * Since Java 22, {@code System.console()} can exist without a terminal; it then has the method {@code isTerminal}.
     */
    private static boolean isTerminal(java.io.Console console) {
        try {
            return Boolean.TRUE.equals(
                    java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException older) {
            return true;
        } catch (ReflectiveOperationException unsure) {
            return false;
        }
    }

    /** Overwrites the current line; an empty {@link #printLine} ends it. */
    public void overwriteLine(String text) {
        out.print("\r" + text + "\u001b[K");
        out.flush();
    }

    /** Prints several lines. */
    public void print(CharSequence text) {
        out.append(text);
        out.flush();
    }

    /** A writer for output that is too large to build in memory. Closing it does not close {@link #out}. */
    public Writer writer() {
        return new BufferedWriter(new Writer() {
            @Override
            public void write(char[] text, int offset, int length) {
                out.append(CharBuffer.wrap(text, offset, length));
            }

            @Override
            public void flush() {
                out.flush();
            }

            @Override
            public void close() {
                out.flush();
            }
        });
    }
}
