/** Opening, migrating and using a SQL database; the only room that touches java.sql. */
@NullMarked
package app.linden.db;

import org.jspecify.annotations.NullMarked;
