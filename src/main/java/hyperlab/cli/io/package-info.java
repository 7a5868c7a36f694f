/**
 * What the commands share: options and their errors, output, folders of charts, and the exit status. Only here and in
 * the other packages of the command line does anything print.
 */
@NullMarked
package hyperlab.cli.io;

import org.jspecify.annotations.NullMarked;
