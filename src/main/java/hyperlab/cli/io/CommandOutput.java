package hyperlab.cli.io;

import java.io.BufferedWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.Optional;

/**
 * Prints the output of a command. Lines end in \n on every platform, so that output can be compared. Lines may be
 * printed from several threads.
 */
public final class CommandOutput {
    private static final String START_OF_LINE = "\r\u001b[K";

    private final PrintStream out;
    private boolean lineIsOpen;
    private volatile long lastPrintNanos = System.nanoTime();

    public CommandOutput(PrintStream out) {
        this.out = out;
    }

    public PrintStream out() {
        return out;
    }

    /** Prints a line, instead of a line that would be overwritten next; an empty text keeps that line. */
    public synchronized void printLine(String text) {
        out.print((lineIsOpen && !text.isEmpty() ? START_OF_LINE : "") + text + "\n");
        out.flush();
        lineIsOpen = false;
        lastPrintNanos = System.nanoTime();
    }

    /** The seconds since something was printed. */
    public double silentSeconds() {
        return (System.nanoTime() - lastPrintNanos) / 1e9;
    }

    /** Removes a line that would be overwritten next. */
    public synchronized void clearLine() {
        if (lineIsOpen) {
            lineIsOpen = false;
            out.print(START_OF_LINE);
            out.flush();
        }
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
    public synchronized void overwriteLine(String text) {
        lineIsOpen = true;
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
