package hyperlab.finding;

import org.jspecify.annotations.Nullable;

/**
 * A change of settings that removes a problem, as data: the owner of the settings applies it.
 *
 * @param label the text of a button that applies it; null if the owner of the settings names the change itself
 * @param change what to change, in the subject's own type
 */
public record Remedy<S>(@Nullable Message label, S change) {}
