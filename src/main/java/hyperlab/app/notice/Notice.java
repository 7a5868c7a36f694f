package hyperlab.app.notice;

import hyperlab.lab.LabName;
import hyperlab.text.Texts;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A short message over the stage.
 *
 * @param kind what it is about
 * @param line its text in a language
 * @param lab the lab that it speaks of, with which it leaves; null if it concerns the whole window
 * @param action what it offers to do; null for nothing
 * @param attempt the kind of attempt that failed, see {@link hyperlab.ui.Notices#showFailure}; empty for none
 */
record Notice(
        Kind kind,
        Function<Texts, String> line,
        @Nullable LabName lab,
        @Nullable NoticeAction action,
        String attempt) {
    /** What a notice is about. */
    enum Kind {
        /** Something was rejected or failed; stays until it is dismissed. */
        ERROR("fth-alert-octagon"),
        /** Something was done that has no other visible effect. */
        SUCCESS("fth-check-circle"),
        /** Something may be done. */
        OFFER("fth-info");

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
}
