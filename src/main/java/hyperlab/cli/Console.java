package hyperlab.cli;

import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.io.PrintStream;

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
}
