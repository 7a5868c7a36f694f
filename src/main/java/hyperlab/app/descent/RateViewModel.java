package hyperlab.app.descent;

import hyperlab.app.UndoHistory;
import hyperlab.app.concurrent.LatestOnlyTask;
import hyperlab.app.control.Playback;
import hyperlab.descent.DescentSetup;
import hyperlab.file.Document;
import hyperlab.rule.InvalidInputException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The view model of the Learning rate lab. A change in {@link #settings()} recomputes the race, and {@link #moment()}
 * is the state at the playback position.
 */
public final class RateViewModel {
    static final int START_POSITION = 5;

    private final UndoHistory undo = new UndoHistory();
    private final Playback playback = new Playback("shell.step");
    private final RateSettings settings = new RateSettings(Setups.DEFAULT, undo);
    private final LatestOnlyTask<Order, Race> races;
    private final ReadOnlyObjectWrapper<Moment> moment;
    private final NoisyWalks noisy;
    private final Asking asking = new Asking(this::tryRate);
    private Race race;

    /**
     * Creates the lab with its first race.
     *
     * @param worker runs long computations
     * @param window receives their results: the FX thread
     */
    public RateViewModel(Executor worker, Executor window) {
        race = Race.of(settings.setup());
        moment = new ReadOnlyObjectWrapper<>(this, "moment", new Moment(race, START_POSITION, 0));
        races = new LatestOnlyTask<>(worker, window, Order::carryOut, this::take);
        noisy = new NoisyWalks((name, work) -> worker.execute(work), window);
        take(race);
        asking.question().addListener((observed, before, now) -> play(now));
        settings.whole().state().addListener((observed, before, after) -> follow(before, after));
        playback.position().addListener((observed, before, after) -> refresh());
        playback.seek(START_POSITION);
    }

    /** A race to compute, and the current race, whose unchanged paths are reused. */
    private record Order(DescentSetup setup, Race before) {
        Race carryOut() {
            return Race.of(setup, before);
        }

        boolean isShort() {
            return Race.isShort(setup, before);
        }
    }

    // properties

    public UndoHistory undo() {
        return undo;
    }

    public Playback playback() {
        return playback;
    }

    public RateSettings settings() {
        return settings;
    }

    /** The race at the playback position. */
    public ReadOnlyObjectProperty<Moment> moment() {
        return moment.getReadOnlyProperty();
    }

    /** The repeated noisy paths of the selected racer, computed while noise is on. */
    public NoisyWalks noisy() {
        return noisy;
    }

    /** The quiz about the selected racer's outcome. */
    public Asking asking() {
        return asking;
    }

    public DescentSetup setup() {
        return settings.setup();
    }

    // commands

    /** Selects the racer that the controls edit. */
    public void select(int index) {
        settings.select(index);
    }

    /** Adds a racer with an unused rate or optimizer and selects it. Does nothing at six racers. */
    public void addRacer() {
        if (setup().racers().size() < DescentSetup.MOST_RACERS) {
            settings.add(Setups.another(race));
        }
    }

    /** Removes a racer. Does nothing if it is the only one. */
    public void removeRacer(int index) {
        if (setup().racers().size() > 1) {
            settings.remove(index);
        }
    }

    public void show(int index, boolean visible) {
        settings.show(index, visible);
    }

    /**
     * Applies the doctor's suggested rate to the finding's racer, as one undo step. Does nothing without a suggestion.
     */
    public void apply(Diagnosis finding) {
        if (finding.remedy() > 0) {
            settings.mend(finding.racer(), finding.remedy());
        }
    }

    public Document document() {
        return new Document.OfDescent(setup());
    }

    /**
     * Restores a race and clears the undo history.
     *
     * @throws InvalidInputException if the document does not belong to this lab or its start is invalid
     */
    public void open(Document document) {
        if (!(document instanceof Document.OfDescent of)) {
            throw new InvalidInputException("format", "is none of the Learning rate lab");
        }
        DescentSetup opened = Functions.complete(of.setup());
        Race.of(opened.withSteps(1));
        settings.open(opened);
        playback.toStart();
    }

    private void follow(RaceState before, RaceState after) {
        noisy.about(after.setup(), after.selected());
        if (before.setup().equals(after.setup())) {
            refresh();
        } else {
            races.submit(new Order(after.setup(), race), Order::isShort);
        }
    }

    private void tryRate(double rate) {
        undo.settle();
        settings.learningRate().set(rate);
        undo.settle();
    }

    /** Plays the race from the start once the question is answered. */
    private void play(Asking.Question now) {
        playback.playing().set(false);
        if (now.isAnswered()) {
            playback.toStart();
            playback.playing().set(true);
        }
    }

    private void take(Race walked) {
        race = walked;
        int length = walked.setup().steps();
        playback.length().set(length);
        playback.done().set(length);
        playback.seek(playback.position().get());
        refresh();
    }

    private void refresh() {
        int last = race.walks().size() - 1;
        int selected = Math.min(settings.selected().get(), last);
        asking.about(race, selected);
        moment.set(new Moment(race, playback.position().get(), selected));
    }
}
