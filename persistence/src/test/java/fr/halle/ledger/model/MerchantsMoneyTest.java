package fr.halle.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.shared.model.Allocation;
import fr.halle.shared.model.Seeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to some merchants' sales, in any order, the invariants of design.md hold: every account on its right side
 * ({@link Books} checks it after each entry), paid = net of the merchants + fees, refunded ≤ captured.
 */
class MerchantsMoneyTest {

    private static final class Part {
        final long merchant;
        final long gross;
        final long fee;
        long pending;
        long refunded;
        long feeReturned;
        boolean released;

        Part(long merchant, long gross, long fee) {
            this.merchant = merchant;
            this.gross = gross;
            this.fee = fee;
            this.pending = gross - fee;
        }
    }

    private static final class World {
        final Random random;
        final Books books = new Books();
        final List<Part> parts = new ArrayList<>();
        final FeeTariff tariff;
        int fact;
        long paid;
        long paidOut;
        long refunded;

        World(Random random) {
            this.random = random;
            this.tariff = new FeeTariff(290, 25, FeeTariff.Scope.values()[random.nextInt(2)]);
        }

        void sell() {
            long[] gross = Seeded.weights(random, 4, 20_000);
            long[] fees = tariff.feesOf(gross);
            List<Share> shares = new ArrayList<>();
            for (int i = 0; i < gross.length; i++) {
                shares.add(new Share(i + 1, gross[i], fees[i]));
                parts.add(new Part(i + 1, gross[i], fees[i]));
            }
            paid += Arrays.stream(gross).sum();
            books.post(Postings.accepted("EP", next(), shares));
        }

        void release(Part part) {
            if (part.released) {
                return;
            }
            long debt = books.of(AccountRef.debt(part.merchant));
            books.post(Postings.released("EP", next(), part.merchant, part.pending, debt));
            part.released = true;
            part.pending = 0;
        }

        void refund(Part part) {
            long amount = Math.min(part.gross - part.refunded, 1 + random.nextLong(part.gross + 1));
            if (amount == 0) {
                return;
            }
            part.refunded += amount;
            long fee = Allocation.partOf(part.fee, part.refunded, part.gross) - part.feeReturned;
            part.feeReturned += fee;
            part.pending += part.released ? 0 : fee;
            String refund = next();
            books.post(Postings.feeReturned("EP", refund, part.merchant, fee, part.released));
            long available = books.owed(AccountRef.available(part.merchant));
            books.post(Postings.refundAsked("EP", refund, part.merchant, amount, part.pending, available));
            part.pending -= Math.min(part.pending, amount);
            refunded += amount;
            books.post(Postings.refundSucceeded("EP", refund, amount));
        }

        void payOut(long merchant) {
            long available = books.owed(AccountRef.available(merchant));
            String payout = next();
            books.post(Postings.payoutSent(payout, merchant, available));
            int fate = random.nextInt(4);
            if (fate == 0) {
                books.post(Postings.payoutReturned(payout, merchant, available, false));
                return;
            }
            books.post(Postings.payoutPaid(payout, available));
            if (fate == 1) {
                books.post(Postings.payoutReturned(payout, merchant, available, true));
                return;
            }
            paidOut += available;
        }

        long merchantsNow() {
            long sum = 0;
            for (long merchant = 1; merchant <= 4; merchant++) {
                sum += books.owed(AccountRef.pending(merchant)) + books.owed(AccountRef.available(merchant));
                sum -= books.of(AccountRef.debt(merchant));
            }
            return sum;
        }

        private String next() {
            return Integer.toString(++fact);
        }
    }

    @Test
    void addsUpAfterEveryEvent() {
        Seeded.forAll(400, random -> {
            World world = new World(random);
            world.sell();
            for (int i = 0; i < 40; i++) {
                Part part = world.parts.get(random.nextInt(world.parts.size()));
                switch (random.nextInt(4)) {
                    case 0 -> world.sell();
                    case 1 -> world.release(part);
                    case 2 -> world.refund(part);
                    default -> world.payOut(part.merchant);
                }
                long fees = world.books.owed(AccountRef.PLATFORM_FEES);
                assertThat(world.merchantsNow() + world.paidOut + fees).isEqualTo(world.paid - world.refunded);
                assertThat(world.books.of(AccountRef.PSP)).isEqualTo(world.paid - world.refunded - world.paidOut);
            }
            world.parts.forEach(part -> assertThat(part.refunded).isLessThanOrEqualTo(part.gross));
        });
    }
}
