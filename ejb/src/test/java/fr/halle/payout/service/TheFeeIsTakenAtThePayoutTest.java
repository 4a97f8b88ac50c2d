package fr.halle.payout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.payment.model.FeeSettings;
import fr.halle.payment.model.FeeSettings.Collect;
import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Settings;
import fr.halle.testing.PeerProvider.Crash;
import fr.halle.testing.PeerProvider.Mishap;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** K4: {@code fees.collect}. 100,00 € cost 3,15 €: 2,9 % and 0,25 € (M63). */
class TheFeeIsTakenAtThePayoutTest {

    private static final long SEED = Long.getLong("halle.seed", new SecureRandom().nextInt(1_000_000));

    @Test
    void asTheDocumentOf001HasItAndAtSourceAsThatOf000() {
        assertThat(FeeSettings.atPayout(new Settings(Preset.TOWN_ORDERS, Map.of())))
                .isTrue();
        assertThat(FeeSettings.atPayout(new Settings(Preset.MOUNTAIN, Map.of())))
                .isFalse();
    }

    @Test
    void untilThenItLiesInTheMerchantsWallet() {
        FeeWorld world = new FeeWorld(Collect.AT_PAYOUT, "RETURNED");
        world.sell(10_000);
        world.collect();
        assertThat(world.inWallet()).isEqualTo(10_000);
        assertThat(world.platformHolds()).isZero();

        world.pass(48);
        world.payOut();
        assertThat(world.inBank()).isEqualTo(9_685);
        assertThat(world.platformHolds()).isEqualTo(315);
        assertThat(world.inWallet()).isZero();
    }

    @Test
    void atSourceItNeverGetsThere() {
        FeeWorld world = new FeeWorld(Collect.AT_SOURCE, "RETURNED");
        world.sell(10_000);
        world.collect();
        assertThat(world.inWallet()).isEqualTo(9_685);
        assertThat(world.platformHolds()).isEqualTo(315);
    }

    /** The merchant owes it (K5), and the provider's wallets say so too. */
    @Test
    void butNotWhereItIsKeptOfASaleRefundedBeforeItsCollection() {
        FeeWorld world = new FeeWorld(Collect.AT_SOURCE, "KEPT");
        world.sell(10_000);
        world.sell(10_000);
        world.refund(0, 1000);
        world.moveRefunds();
        world.collect();
        world.pass(48);
        world.payOut();
        assertThat(world.inBank()).isEqualTo(9_685 - 315);
        assertThat(world.platformHolds()).isEqualTo(630);
        assertThat(world.inWallet()).isZero();
    }

    /** Of twenty cents nineteen are kept at source and one by the payout; that they are given back later is no credit on the next. */
    @Test
    void whatWasNotKeptAtSourceStaysTakenThoughItsSaleIsRefundedLater() {
        FeeWorld world = new FeeWorld(Collect.AT_SOURCE, "RETURNED");
        for (int round = 0; round < 2; round++) {
            world.sell(20);
            world.sell(10_000);
            world.collect();
            world.pass(48);
            world.payOut();
            assertThat(world.inWallet()).isZero();
            assertThat(world.platformHolds()).isEqualTo(world.platformOwns());
            world.refund(0, 1000);
            world.moveRefunds();
            assertThat(world.platformHolds()).isEqualTo(world.platformOwns());
        }
    }

    @Test
    void aReturnedPayoutBringsTheFeeBackAndTheNextTakesItOnce() {
        FeeWorld world = new FeeWorld(Collect.AT_PAYOUT, "RETURNED");
        world.sell(10_000);
        world.collect();
        world.pass(48);
        world.payOut();
        world.sendBack();
        assertThat(world.inWallet()).isEqualTo(10_000);
        assertThat(world.platformHolds()).isZero();

        world.payOut();
        assertThat(world.inBank()).isEqualTo(9_685);
        assertThat(world.platformHolds()).isEqualTo(315);
    }

    /** The fee of a sale refunded after its payout is taken off the next payout's; the customer does not wait for it. */
    @Test
    void whatIsGivenBackAfterItsPayoutMakesTheNextFeeLess() {
        FeeWorld world = new FeeWorld(Collect.AT_PAYOUT, "RETURNED");
        world.sell(10_000);
        world.collect();
        world.pass(48);
        world.payOut();
        world.refund(0, 1000);
        world.sell(10_100);
        world.collect();
        world.pass(48);
        world.payOut();
        world.moveRefunds();

        assertThat(world.owedToCustomers()).isZero();
        assertThat(world.platformHolds()).isEqualTo(world.platformOwns());
    }

    @TestFactory
    List<DynamicTest> theMerchantGetsTheSameToTheCentWhicheverWay() {
        return IntStream.range(0, 25)
                .mapToObj(i -> withSeed(SEED + i, this::bothWays))
                .toList();
    }

    private static DynamicTest withSeed(long seed, LongConsumer property) {
        return DynamicTest.dynamicTest("seed " + seed, () -> {
            try {
                property.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("-Dhalle.seed=" + seed + ": " + e, e);
            }
        });
    }

    private void bothWays(long seed) {
        Random policies = new Random(seed);
        String policy = List.of("RETURNED", "KEPT", "CHARGED_TO_FAULT_PARTY").get(policies.nextInt(3));
        FeeWorld source = new FeeWorld(Collect.AT_SOURCE, policy);
        FeeWorld payout = new FeeWorld(Collect.AT_PAYOUT, policy);
        Random left = new Random(seed);
        Random right = new Random(seed);
        source.sell(5000);
        payout.sell(5000);
        for (int step = 0; step < 40; step++) {
            act(source, left);
            act(payout, right);
            assertThat(payout.pending()).isEqualTo(source.pending());
            assertThat(payout.debt()).isEqualTo(source.debt());
            assertThat(payout.earned()).isEqualTo(source.earned());
        }
        source.settle();
        payout.settle();
        assertThat(payout.inBank()).isEqualTo(source.inBank()).isEqualTo(payout.net());
        checkEnd(payout);
        checkEnd(source);
    }

    @TestFactory
    List<DynamicTest> everyCentFindsItsOwnerWhateverGoesWrong() {
        return IntStream.range(0, 25)
                .mapToObj(i -> withSeed(SEED + i, this::misfortune))
                .toList();
    }

    private void misfortune(long seed) {
        Random random = new Random(seed);
        Collect collect = random.nextBoolean() ? Collect.AT_PAYOUT : Collect.AT_SOURCE;
        FeeWorld world = new FeeWorld(collect, random.nextBoolean() ? "RETURNED" : "KEPT");
        world.sell(5000);
        world.till.provider.mishaps(
                () -> random.nextInt(100) < 30 ? Mishap.values()[random.nextInt(Mishap.values().length)] : Mishap.NONE);
        for (int step = 0; step < 40; step++) {
            try {
                act(world, random);
            } catch (Crash crash) {
                world.pass(1);
            }
        }
        world.till.provider.mishaps(() -> Mishap.NONE);
        world.settle();
        assertThat(world.inBank()).isEqualTo(world.net());
        checkEnd(world);
    }

    private static void checkEnd(FeeWorld world) {
        assertThat(world.booked()).as("Σ = 0").isZero();
        assertThat(world.owedToCustomers()).isZero();
        assertThat(world.debt()).isZero();
        assertThat(world.pending()).isZero();
        assertThat(world.inWallet()).as("nothing is left lying").isZero();
        assertThat(world.platformHolds()).isEqualTo(world.platformOwns());
    }

    private static void act(FeeWorld world, Random random) {
        int what = random.nextInt(12);
        int which = random.nextInt(1000);
        int size = 1 + random.nextInt(9000);
        switch (what) {
            case 0, 1, 2 -> world.sell(size);
            case 3, 4 -> world.collect();
            case 5 -> world.refund(which, 1000);
            case 6 -> world.refund(which, 1 + size % 999);
            case 7 -> world.moveRefunds();
            case 8, 9 -> world.payOut();
            case 10 -> world.pass(1 + which % 60);
            default -> world.sendBack();
        }
    }
}
