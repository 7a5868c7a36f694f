package hyperlab.app.descent;

import hyperlab.app.Undo;
import hyperlab.app.concurrent.NewestWork;
import hyperlab.app.control.Playback;
import hyperlab.descent.DescentSetup;
import hyperlab.file.Document;
import hyperlab.rule.Refusal;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The Learning rate lab without a window. Whatever is set in {@link #settings()}, the race is walked to its end again,
 * and {@link #moment()} is what there is to see at the play head.
 */
public final class RateViewModel {
    static final int START_POSITION = 5;

    private final Undo undo = new Undo();
    private final Playback playback = new Playback("shell.step");
    private final RateSettings settings = new RateSettings(Setups.DEFAULT, undo);
    private final NewestWork<Order, Race> races;
    private final ReadOnlyObjectWrapper<Moment> moment;
    private final NoisyWalks noisy;
    private final Asking asking = new Asking(this::tryRate);
    private Race race;

    /**
     * A lab with its first race.
     *
     * @param worker where long races are walked
     * @param window where their results are taken up: the FX thread
     */
    public RateViewModel(Executor worker, Executor window) {
        race = Race.of(settings.setup());
        moment = new ReadOnlyObjectWrapper<>(this, "moment", new Moment(race, START_POSITION, 0));
        races = new NewestWork<>(worker, window, Order::carryOut, this::take);
        noisy = new NoisyWalks((name, work) -> worker.execute(work), window);
        take(race);
        asking.question().addListener((observed, before, now) -> play(now));
        settings.whole().state().addListener((observed, before, after) -> follow(before, after));
        playback.position().addListener((observed, before, after) -> refresh());
        playback.seek(START_POSITION);
    }

    /** A race to walk, and the one that is shown, some of whose walks may be the same. */
    private record Order(DescentSetup setup, Race before) {
        Race carryOut() {
            return Race.of(setup, before);
        }

        boolean isShort() {
            return Race.isShort(setup, before);
        }
    }

    // properties

    public Undo undo() {
        return undo;
    }

    public Playback playback() {
        return playback;
    }

    public RateSettings settings() {
        return settings;
    }

    /** What there is to see at the play head. */
    public ReadOnlyObjectProperty<Moment> moment() {
        return moment.getReadOnlyProperty();
    }

    /** The chosen racer's walk again and again with noise, while that is on. */
    public NoisyWalks noisy() {
        return noisy;
    }

    /** Whether the outcome is asked before it is shown, and the question. */
    public Asking asking() {
        return asking;
    }

    public DescentSetup setup() {
        return settings.setup();
    }

    // commands

    /** Chooses the racer that the slider edits. */
    public void select(int index) {
        settings.select(index);
    }

    /** Puts one more racer at the start, with a rate or an optimizer that none has yet, and chooses it; nothing when there are six. */
    public void addRacer() {
        if (setup().racers().size() < DescentSetup.MOST_RACERS) {
            settings.add(Setups.another(race));
        }
    }

    /** Takes a racer out; nothing when it is the last one. */
    public void removeRacer(int index) {
        if (setup().racers().size() > 1) {
            settings.remove(index);
        }
    }

    public void show(int index, boolean visible) {
        settings.show(index, visible);
    }

    /** Gives the finding's racer the rate that the doctor proposes; one undo takes it back. */
    public void apply(Diagnosis finding) {
        if (finding.remedy() > 0) {
            settings.mend(finding.racer(), finding.remedy());
        }
    }

    public Document document() {
        return new Document.OfDescent(setup());
    }

    /**
     * Comes back to a race and forgets what could be undone.
     *
     * @throws Refusal for a document that the lab does not take
     */
    public void open(Document document) {
        if (!(document instanceof Document.OfDescent of)) {
            throw new Refusal("format", "is none of the Learning rate lab");
        }
        DescentSetup opened = Functions.complete(of.setup());
        Race.of(opened.withSteps(1));
        settings.open(opened);
        playback.home();
    }

    private void follow(RaceState before, RaceState after) {
        noisy.about(after.setup(), after.selected());
        if (before.setup().equals(after.setup())) {
            refresh();
        } else {
            races.order(new Order(after.setup(), race), Order::isShort);
        }
    }

    private void tryRate(double rate) {
        undo.settle();
        settings.learningRate().set(rate);
        undo.settle();
    }

    /** What was asked about unrolls once it is answered. */
    private void play(Asking.Question now) {
        playback.playing().set(false);
        if (now.isAnswered()) {
            playback.home();
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
