/**
 * The {@code train} command: runs with one or several seeds, their charts and their findings.
 */
@NullMarked
package hyperlab.cli.train;

import org.jspecify.annotations.NullMarked;
