package hyperlab.cli;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.io.BufferedWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.CharBuffer;

/** Where a verb prints. Lines end in \n everywhere, so that output can be compared. */
record Console(PrintStream out) {
    /** The words for a verb that is not told a language: the system's. */
    Texts texts() {
        return Texts.in(Language.ofSystem());
    }

    void line(String text) {
        out.print(text + "\n");
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
