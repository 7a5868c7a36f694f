package hyperlab.cli;

import java.io.BufferedWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.Optional;

/** Where a verb prints. Lines end in \n everywhere, so that output can be compared. */
record Console(PrintStream out) {
    void line(String text) {
        out.print(text + "\n");
        out.flush();
    }

    /** Whether a person looks on at a terminal, where a line can be written over. */
    boolean isTerminal() {
        return out.equals(System.out)
                && Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent();
    }

    /** From Java 22 on there is a console without a terminal too, which says so. */
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

    /** Writes a line over the one that was written so before; {@link #line} of nothing leaves it. */
    void over(String text) {
        out.print("\r" + text + "\u001b[K");
        out.flush();
    }

    /** Many lines at once. */
    void text(CharSequence text) {
        out.append(text);
        out.flush();
    }

    /** For more lines than are to be held at once; closing it leaves {@link #out} open. */
    Writer writer() {
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
