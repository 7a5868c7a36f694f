/**
 * The Training lab. {@code TrainingViewModel} creates the view models of the subpackages and connects them;
 * {@code TrainingView} creates the views and hands each of them the view models it needs. The subpackages, from the
 * bottom: {@code settings}, {@code run}, {@code inspection}, {@code stage}. Each may use those before it, and none may use
 * this package. View models do not depend on a running toolkit. Views run on the FX thread, and training runs on named
 * workers.
 */
@NullMarked
package hyperlab.lab.training;

import org.jspecify.annotations.NullMarked;
