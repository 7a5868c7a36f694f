package hyperlab.finding;

import java.util.List;

/**
 * A text in the bundles.
 *
 * @param arguments its arguments, {0} first
 */
public record Message(String key, List<Argument> arguments) implements Argument {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Argument... arguments) {
        return new Message(key, List.of(arguments));
    }

    @Override
    public String format(Formatter formatter) {
        return formatter.formatMessage(
                key,
                arguments.stream().map(argument -> argument.format(formatter)).toList());
    }
}
