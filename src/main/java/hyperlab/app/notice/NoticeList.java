package hyperlab.app.notice;

import hyperlab.app.notice.Notice.Kind;
import hyperlab.app.notice.Notice.NoticeAction;
import hyperlab.lab.LabName;
import hyperlab.text.Texts;
import hyperlab.ui.Notices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The notices that are shown, and for how long. Errors and questions stay until they are dismissed; others leave when
 * they have been visible long enough to be read, and at the latest with the lab that they speak of. FX thread only;
 * needs no toolkit.
 */
public final class NoticeList implements Notices {
    /** At most so many notices are visible at once; older ones wait. */
    static final int MAX_VISIBLE = 3;

    private final Supplier<Texts> texts;
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final IdentityHashMap<Notice, Double> remainingSeconds = new IdentityHashMap<>();
    private final ReadOnlyBooleanWrapper timed = new ReadOnlyBooleanWrapper(this, "timed");
    private boolean paused;

    /** @param texts returns the texts in the current language */
    public NoticeList(Supplier<Texts> texts) {
        this.texts = texts;
    }

    /** All notices, oldest first. */
    ObservableList<Notice> all() {
        return notices;
    }

    /** The notices that are visible, oldest first. */
    List<Notice> visible() {
        return List.copyOf(notices.subList(Math.max(0, notices.size() - MAX_VISIBLE), notices.size()));
    }

    /** Whether some visible notice will leave on its own. */
    ReadOnlyBooleanProperty timedProperty() {
        return timed.getReadOnlyProperty();
    }

    @Override
    public void showError(Function<Texts, String> line) {
        add(new Notice(Kind.ERROR, line, null, List.of(), ""));
    }

    @Override
    public void showSuccess(Function<Texts, String> line) {
        add(new Notice(Kind.SUCCESS, line, null, List.of(), ""));
    }

    @Override
    public void showFailure(String attempt, Function<Texts, String> line) {
        add(new Notice(Kind.ERROR, line, null, List.of(), attempt));
    }

    @Override
    public void succeeded(String attempt) {
        removeIf(notice -> !attempt.isEmpty() && notice.attempt().equals(attempt));
    }

    /** Notices that speak of one lab, and leave with it. */
    public Notices of(LabName lab) {
        return new Notices() {
            @Override
            public void showError(Function<Texts, String> line) {
                add(new Notice(Kind.ERROR, line, lab, List.of(), ""));
            }

            @Override
            public void showSuccess(Function<Texts, String> line) {
                add(new Notice(Kind.SUCCESS, line, lab, List.of(), ""));
            }

            @Override
            public void showFailure(String attempt, Function<Texts, String> line) {
                add(new Notice(Kind.ERROR, line, lab, List.of(), attempt));
            }

            @Override
            public void succeeded(String attempt) {
                NoticeList.this.succeeded(attempt);
            }
        };
    }

    /** Shows a note on a lab with one action, which also dismisses the note. */
    public void offer(LabName lab, Function<Texts, String> line, Function<Texts, String> action, Runnable onAction) {
        add(new Notice(Kind.OFFER, line, lab, List.of(new NoticeAction(action, onAction)), ""));
    }

    /**
     * An answer to a question.
     *
     * @param name the text of its button in a language
     * @param run does what was chosen
     */
    public record Answer(Function<Texts, String> name, Runnable run) {}

    /**
     * Asks on a lab what to do. The question stays until it is answered, and replaces an earlier one about the same.
     *
     * @param about what it is about
     */
    public void ask(LabName lab, String about, Function<Texts, String> line, Answer... answers) {
        removeIf(notice -> notice.kind() == Kind.QUESTION && notice.attempt().equals(about));
        List<NoticeAction> actions = Arrays.stream(answers)
                .map(answer -> new NoticeAction(answer.name(), answer.run()))
                .toList();
        add(new Notice(Kind.QUESTION, line, lab, actions, about));
    }

    private void add(Notice notice) {
        String line = notice.line().apply(texts.get());
        // The same again is shown once, for the full time.
        removeIf(other ->
                other.kind() == notice.kind() && other.line().apply(texts.get()).equals(line));
        if (!notice.stays()) {
            remainingSeconds.put(notice, ReadingTime.seconds(line));
        }
        notices.add(notice);
        updateTimed();
    }

    /** Lets time pass for what is visible, unless it is paused. */
    void advance(double seconds) {
        if (paused) {
            return;
        }
        List<Notice> read = new ArrayList<>();
        for (Notice notice : visible()) {
            Double left = remainingSeconds.computeIfPresent(notice, (same, before) -> before - seconds);
            if (left != null && left <= 0) {
                read.add(notice);
            }
        }
        read.forEach(this::dismiss);
    }

    /** Stops the time, for instance while the pointer is over a notice. */
    void setPaused(boolean nowPaused) {
        paused = nowPaused;
    }

    // Notices with equal texts are different notices.
    @SuppressWarnings("ReferenceEquality")
    void dismiss(Notice notice) {
        removeIf(other -> other == notice);
    }

    /** Dismisses a notice and does one of the things that it offers. */
    void accept(Notice notice, NoticeAction action) {
        dismiss(notice);
        action.run().run();
    }

    /** Dismisses the newest error; returns false if there is none. */
    public boolean dismissError() {
        Notice newest = newestError();
        if (newest != null) {
            dismiss(newest);
        }
        return newest != null;
    }

    private @Nullable Notice newestError() {
        return notices.stream()
                .filter(Notice::isError)
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    /** Dismisses confirmations because something new begins; errors and offers stay. */
    public void dismissConfirmations() {
        removeIf(notice -> notice.kind() == Kind.SUCCESS);
    }

    /** Dismisses offers, which do not belong in front of a class. */
    public void dismissOffers() {
        removeIf(notice -> notice.kind() == Kind.OFFER);
    }

    /** Dismisses everything that speaks of a lab, because it leaves the stage. */
    public void leave(LabName lab) {
        removeIf(notice -> notice.lab() == lab);
    }

    @SuppressWarnings("ReferenceEquality")
    private void removeIf(Predicate<Notice> filter) {
        List<Notice> gone = notices.stream().filter(filter).toList();
        gone.forEach(remainingSeconds::remove);
        if (!gone.isEmpty()) {
            notices.removeIf(notice -> gone.stream().anyMatch(other -> other == notice));
        }
        updateTimed();
    }

    private void updateTimed() {
        timed.set(visible().stream().anyMatch(remainingSeconds::containsKey));
    }
}
