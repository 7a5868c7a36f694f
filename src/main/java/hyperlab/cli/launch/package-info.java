/** Trials of a study as processes that another program starts, such as Slurm's {@code srun}. */
@NullMarked
package hyperlab.cli.launch;

import org.jspecify.annotations.NullMarked;
