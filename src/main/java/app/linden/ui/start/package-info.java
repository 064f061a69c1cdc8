/** stub */
@org.jspecify.annotations.NullMarked
package app.linden.ui.start;
