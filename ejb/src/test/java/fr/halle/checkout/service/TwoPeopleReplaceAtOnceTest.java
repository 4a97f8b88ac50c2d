package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.checkout.service.Counter.Stocked;
import fr.halle.checkout.service.Substitution.Confirmed;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.BusinessException;
import fr.halle.testing.AtOnce;
import fr.halle.testing.TestIds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** K10: the button pressed twice, by two people, and the last place bought in the same moment. */
class TwoPeopleReplaceAtOnceTest {

    private final Counter counter = new Counter(Preset.TOWN_PICKUP);
    private final Stocked lobster = counter.stocked("Homard", 3_000, 20);

    @Test
    void ofEightPressesOneReplaces() {
        Stocked crab = counter.stocked("Tourteau", 2_400, 20);
        long part = counter.ordered(lobster, 1);
        List<Actor> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Actor actor = Actor.merchant(TestIds.id(), "Clerc " + i, counter.till.shop.merchantId);
            counter.choose(part, crab, 1, actor);
            people.add(actor);
            people.add(actor);
        }
        Confirmed seen = counter.confirmed(part, people.get(0));
        List<Runnable> presses = new ArrayList<>();
        people.forEach(actor -> presses.add(() -> counter.confirm(seen, actor)));
        assertThat(together(presses)).isEqualTo(1);
        assertThat(counter.number("select count(*) from substitution where from_part_id = ?", part))
                .isEqualTo(1);
        assertThat(counter.taken(crab)).isEqualTo(1);
        assertThat(counter.taken(lobster)).isZero();
        assertThat(counter.off()).isEmpty();
    }

    /** The last one: either a customer has it and the part stays as it was, or it replaces and the customer pays nothing. */
    @RepeatedTest(5)
    void theLastOneIsSoldOnce() {
        Stocked last = counter.stocked("Le dernier", 2_000, 1);
        long part = counter.ordered(lobster, 1);
        counter.choose(part, last, 1);
        Confirmed seen = counter.confirmed(part, counter.maud);
        List<Runnable> rush = new ArrayList<>();
        rush.add(() -> counter.confirm(seen, counter.maud));
        for (int i = 0; i < 3; i++) {
            rush.add(() -> counter.till.start(
                    counter.till.cart(),
                    counter.till.draft(counter.till.part(
                            counter.till.line(1, last.product(), 1, 2_000, Till.claim(last.capacity(), 1))))));
        }
        assertThat(together(rush)).as("one of them has it").isEqualTo(1);
        assertThat(counter.taken(last)).isEqualTo(1);
        boolean replaced = counter.state(part).equals("CANCELLED");
        assertThat(counter.number("select count(*) from substitution where from_part_id = ?", part))
                .isEqualTo(replaced ? 1 : 0);
        assertThat(counter.left(part)).isEqualTo(replaced ? 0 : 3_000);
        assertThat(counter.off()).isEmpty();
    }

    /** Two parts swap what they hold: the locks are taken in one order, so nobody waits for ever. */
    @RepeatedTest(3)
    void twoPartsThatSwapDoNotWaitForEachOther() {
        Stocked other = counter.stocked("Langouste", 3_000, 20);
        long one = counter.ordered(lobster, 1);
        long two = counter.ordered(other, 1);
        counter.choose(one, other, 1);
        counter.choose(two, lobster, 1);
        Confirmed first = counter.confirmed(one, counter.maud);
        Confirmed second = counter.confirmed(two, counter.maud);
        assertThat(together(List.of(
                        () -> counter.confirm(first, counter.maud), () -> counter.confirm(second, counter.maud))))
                .isEqualTo(2);
        assertThat(counter.off()).isEmpty();
    }

    /** How many were let. */
    private static long together(List<Runnable> presses) {
        return AtOnce.accepted(presses, BusinessException.class);
    }
}
