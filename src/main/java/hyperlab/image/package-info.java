/**
 * How pixels lie in an array: what {@code data} says of its rows and {@code nn} asks of its inputs. A leaf: knows only
 * the JDK and {@code rule}. Immutable, so good on any thread.
 */
@NullMarked
package hyperlab.image;

import org.jspecify.annotations.NullMarked;
