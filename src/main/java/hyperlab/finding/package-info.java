/**
 * Findings: what a subject's rules say about something that was computed, as values that do not depend on a language, a
 * window or a subject. Each subject's own package has the rules. Depends only on the JDK. Immutable; any thread.
 */
@NullMarked
package hyperlab.finding;

import org.jspecify.annotations.NullMarked;
