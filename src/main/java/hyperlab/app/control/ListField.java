package hyperlab.app.control;

import hyperlab.app.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;

/** A field for comma-separated whole numbers, such as the sizes of hidden layers: 8, 8. It may be empty. */
public final class ListField extends EntryField<List<Integer>> {
    private final Messages messages;
    private final int most;
    private final NumberRule each;
    private IntPredicate counts = count -> true;
    private String countsKey = "";

    /**
     * @param most the maximum number of entries
     * @param each the rule for each entry
     */
    public ListField(String id, Messages messages, int most, NumberRule each) {
        super(id, messages, List.of());
        this.messages = messages;
        this.most = most;
        this.each = each;
        showEntry();
    }

    /**
     * Also requires {@code allowed} to accept the number of entries; the text of {@code messageKey} states that rule.
     */
    public void counts(IntPredicate allowed, String messageKey) {
        counts = allowed;
        countsKey = messageKey;
    }

    /** The last valid list. */
    public ObjectProperty<List<Integer>> value() {
        return entry();
    }

    @Override
    Optional<List<Integer>> parse(String text) {
        List<Integer> numbers = new ArrayList<>();
        if (text.isBlank()) {
            return counts.test(0) ? Optional.of(List.of()) : Optional.empty();
        }
        for (String part : text.strip().split("[,\\s]+", -1)) {
            OptionalDouble number = NumberText.parse(part);
            if (number.isEmpty() || !each.allows(number.getAsDouble())) {
                return Optional.empty();
            }
            numbers.add((int) number.getAsDouble());
        }
        return numbers.size() <= most && counts.test(numbers.size())
                ? Optional.of(List.copyOf(numbers))
                : Optional.empty();
    }

    @Override
    String show(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    @Override
    String rule() {
        return countsKey.isEmpty()
                ? messages.get("shell.rule.list", most, each.text(messages))
                : messages.get(countsKey);
    }
}
