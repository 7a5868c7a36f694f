/**
 * The {@code lesson} and {@code learn} commands.
 */
@NullMarked
package hyperlab.cli.lesson;

import org.jspecify.annotations.NullMarked;
