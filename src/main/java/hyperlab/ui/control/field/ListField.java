package hyperlab.ui.control.field;

import hyperlab.ui.Messages;
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
    private final int maxCount;
    private final NumberRule elementRule;
    private IntPredicate countRule = count -> true;
    private String countRuleKey = "";
    private boolean steppable;

    /**
     * @param maxCount the maximum number of entries
     * @param elementRule the rule for each entry
     */
    public ListField(String id, Messages messages, int maxCount, NumberRule elementRule) {
        super(id, messages, List.of());
        this.messages = messages;
        this.maxCount = maxCount;
        this.elementRule = elementRule;
        resetText();
    }

    /**
     * Also requires {@code allowed} to accept the number of entries; the text of {@code messageKey} states that rule.
     */
    public void requireCount(IntPredicate allowed, String messageKey) {
        countRule = allowed;
        countRuleKey = messageKey;
    }

    /** Lets {@link #step} change the numbers, for a list whose numbers may be changed together. */
    public void allowSteps() {
        steppable = true;
    }

    public boolean isSteppable() {
        return steppable;
    }

    /** Changes each number by 1 or 10 as one entry, unless one of them would break its rule. */
    public void step(int steps, boolean large) {
        List<Integer> now = valueProperty().get();
        List<Integer> next =
                now.stream().map(number -> number + steps * (large ? 10 : 1)).toList();
        if (!next.equals(now) && next.stream().allMatch(elementRule::allows)) {
            valueProperty().set(next);
            settle();
        }
    }

    /** The last valid list. */
    public ObjectProperty<List<Integer>> valueProperty() {
        return entryProperty();
    }

    @Override
    Optional<List<Integer>> parse(String text) {
        List<Integer> numbers = new ArrayList<>();
        if (text.isBlank()) {
            return countRule.test(0) ? Optional.of(List.of()) : Optional.empty();
        }
        for (String part : text.strip().split("[,\\s]+", -1)) {
            OptionalDouble number = NumberText.parse(part);
            if (number.isEmpty() || !elementRule.allows(number.getAsDouble())) {
                return Optional.empty();
            }
            numbers.add((int) number.getAsDouble());
        }
        return numbers.size() <= maxCount && countRule.test(numbers.size())
                ? Optional.of(List.copyOf(numbers))
                : Optional.empty();
    }

    @Override
    String format(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    @Override
    String rule() {
        return countRuleKey.isEmpty()
                ? messages.get("shell.rule.list", maxCount, elementRule.text(messages))
                : messages.get(countRuleKey);
    }
}
