package hyperlab.ui.control.field;

import hyperlab.ui.Messages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;

/**
 * A field for comma-separated values as in an experiment file: 8, 16, 32 or adam, sgd or [8], [8, 8]. Words are written
 * without quotes.
 */
public final class ValuesField extends EntryField<List<String>> {
    private static final Pattern PLAIN =
            Pattern.compile("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?|\\[(\\d+(,\\d+)*)?\\]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.eE+-]*");
    /** More than any finite whole number has. */
    private static final int MAX_DIGITS = 400;

    private final Messages messages;
    private final int maxCount;

    /** @param maxCount the maximum number of values */
    public ValuesField(String id, Messages messages, int maxCount, List<String> initial) {
        super(id, messages, List.copyOf(initial));
        this.messages = messages;
        this.maxCount = maxCount;
        getStyleClass().add("values-field");
        resetText();
    }

    /** The last valid values, as JSON. */
    public ObjectProperty<List<String>> valueProperty() {
        return entryProperty();
    }

    @Override
    Optional<List<String>> parse(String text) {
        List<String> values = new ArrayList<>();
        for (String part : text.replace(" ", "").split(",(?![^\\[]*\\])", -1)) {
            if (PLAIN.matcher(part).matches() && NUMBER.matcher(part).results().allMatch(ValuesField::canBeSaved)) {
                values.add(part);
            } else if (WORD.matcher(part).matches()) {
                values.add("\"" + part + "\"");
            } else {
                return Optional.empty();
            }
        }
        boolean distinct = new LinkedHashSet<>(values).size() == values.size();
        return distinct && values.size() <= maxCount ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    /** Whether an experiment file can hold this number: as a double it is finite, and it is not endlessly long. */
    private static boolean canBeSaved(MatchResult number) {
        return number.group().length() <= MAX_DIGITS && Double.isFinite(Double.parseDouble(number.group()));
    }

    @Override
    String format(List<String> values) {
        return values.stream().map(value -> value.replace("\"", "")).collect(Collectors.joining(", "));
    }

    @Override
    String rule() {
        return messages.get("tuning.space.values.rule", Integer.toString(maxCount));
    }
}
