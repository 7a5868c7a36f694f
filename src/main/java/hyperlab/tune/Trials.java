package hyperlab.tune;

import hyperlab.train.EpochReport;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the trials of a study are carried out. Any thread; each {@link Trial} is on one thread at a time. */
public interface Trials {
    /**
     * A trial that has not begun.
     *
     * @param trial its number, from 0
     * @param values of the searched keys, as texts
     * @throws hyperlab.rule.Refusal where the values do not go together
     */
    Trial begin(int trial, Map<String, String> values);

    /** One trial, which can be brought further and further. */
    interface Trial {
        /**
         * Goes on from where it stands until it has {@code epochs} epochs or ends by itself.
         *
         * @param listener hears of each epoch
         * @param cancelled asked often; true ends the work
         * @return what became of it; null where it was cancelled
         */
        @Nullable
        Result bring(int epochs, Consumer<EpochReport> listener, BooleanSupplier cancelled);
    }
}
