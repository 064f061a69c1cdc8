package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.model.Rights.Right;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the roles of a family mean in the draft's rights, and back. */
class RoleTest {
    @Test
    void eachRoleHoldsTheOneBeforeAndIsRecognised() {
        Set<Right> before = Set.of();
        for (Role role : Role.values()) {
            Set<Right> granted = role.rights().granted();
            assertTrue(granted.containsAll(before), role + " holds all of the one before");
            assertTrue(granted.size() > before.size(), role + " is more than the one before");
            assertEquals(Optional.of(role), Role.of(role.rights()));
            before = granted;
        }
        assertEquals(Rights.ALL, Role.MANAGE.rights());
        assertEquals(Rights.EDIT, Role.EDIT.rights());
    }

    @Test
    void aMixtureIsTheRoleOfItsStrongestRight() {
        assertEquals(Optional.empty(), Role.of(Rights.NONE));
        assertEquals(Optional.of(Role.READ), Role.of(Rights.READ));
        assertEquals(
                Optional.of(Role.MANAGE),
                Role.of(new Rights(EnumSet.of(Right.READ_ITEMS, Right.SHARE))));
        assertEquals(
                Optional.of(Role.EDIT),
                Role.of(new Rights(EnumSet.of(Right.READ_ITEMS, Right.WRITE_ALL))));
        assertEquals(Optional.empty(), Role.of(new Rights(EnumSet.of(Right.DELETE))));
    }

    @Test
    void nobodyGivesWhatTheyDoNotHave() {
        Rights mine = new Rights(EnumSet.complementOf(EnumSet.of(Right.DELETE)));
        assertTrue(Role.MANAGE.canBeGivenBy(mine), "managing without deleting is managing");
        assertFalse(Role.MANAGE.givenBy(mine).may(Right.DELETE));
        assertFalse(Role.EDIT.canBeGivenBy(Role.READ.rights()));
        assertTrue(Role.READ.canBeGivenBy(Role.READ.rights()));
    }
}
