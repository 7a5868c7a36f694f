package hyperlab.app.notice;

import hyperlab.lab.LabName;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A short message over the stage.
 *
 * @param kind what it is about
 * @param line its text in a language
 * @param lab the lab that it speaks of, with which it leaves; null if it concerns the whole window
 * @param actions what it offers to do; empty for nothing
 * @param attempt the kind of attempt that failed, see {@link hyperlab.ui.Notices#showFailure}, or what a question is
 *     about; empty for none
 */
record Notice(
        Kind kind, Function<Texts, String> line, @Nullable LabName lab, List<NoticeAction> actions, String attempt) {
    /** What a notice is about. */
    enum Kind {
        /** Something was rejected or failed; stays until it is dismissed. */
        ERROR("fth-alert-octagon"),
        /** Something was done that has no other visible effect. */
        SUCCESS("fth-check-circle"),
        /** Something may be done. */
        OFFER("fth-info"),
        /** Something must be decided; stays until it is answered or dismissed. */
        QUESTION("fth-help-circle");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        /** The Ikonli icon literal. */
        String icon() {
            return icon;
        }

        /** The style class. */
        String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a notice offers to do.
     *
     * @param name the text of the button in a language
     * @param run does it
     */
    record NoticeAction(Function<Texts, String> name, Runnable run) {}

    boolean isError() {
        return kind == Kind.ERROR;
    }

    /** Whether it stays until somebody reacts. */
    boolean stays() {
        return kind == Kind.ERROR || kind == Kind.QUESTION;
    }
}
