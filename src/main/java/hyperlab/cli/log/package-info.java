/** The diagnose command: reads another program's training log, prints what the rules find, and draws its curves. */
@NullMarked
package hyperlab.cli.log;

import org.jspecify.annotations.NullMarked;
