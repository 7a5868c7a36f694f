/**
 * Images as numbers: how pixels lie in an array, pictures read and written, kernels that have a name. What {@code data}
 * says of its rows and {@code nn} asks of its inputs. A leaf: knows only the JDK with its pictures and {@code rule}.
 * Immutable, so good on any thread.
 */
@NullMarked
package hyperlab.image;

import org.jspecify.annotations.NullMarked;
