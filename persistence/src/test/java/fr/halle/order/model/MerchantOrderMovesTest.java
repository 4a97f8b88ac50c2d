package fr.halle.order.model;

import static fr.halle.order.model.MerchantOrderState.CANCELLED;
import static fr.halle.order.model.MerchantOrderState.COMPLETED;
import static fr.halle.order.model.MerchantOrderState.CONFIRMING;
import static fr.halle.order.model.MerchantOrderState.ERROR;
import static fr.halle.order.model.MerchantOrderState.HANDING_OVER;
import static fr.halle.order.model.MerchantOrderState.PROCESSING;
import static fr.halle.order.model.MerchantOrderState.READY;
import static fr.halle.order.model.MerchantOrderState.RECORDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The statuses of document 001 as a table (M35–M42). */
class MerchantOrderMovesTest {

    private static final Set<MerchantOrderState> UNDER_WAY =
            EnumSet.of(RECORDED, CONFIRMING, PROCESSING, READY, HANDING_OVER);

    @Test
    void theMerchantIsOfferedWhatTheDesignSays() {
        assertThat(offeredFrom(RECORDED)).containsExactlyInAnyOrder(CONFIRMING, PROCESSING, COMPLETED, CANCELLED);
        assertThat(offeredFrom(CONFIRMING)).containsExactlyInAnyOrder(PROCESSING, COMPLETED, CANCELLED);
        assertThat(offeredFrom(PROCESSING)).as("M37").containsExactlyInAnyOrder(READY, COMPLETED, CANCELLED);
        assertThat(offeredFrom(READY)).as("M38").containsExactlyInAnyOrder(HANDING_OVER, COMPLETED, CANCELLED);
        assertThat(offeredFrom(HANDING_OVER)).containsExactlyInAnyOrder(COMPLETED, CANCELLED);
        assertThat(offeredFrom(COMPLETED)).isEmpty();
        assertThat(offeredFrom(CANCELLED)).isEmpty();
        assertThat(offeredFrom(ERROR)).as("M41: never touched by hand").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theOperatorCancelsWhateverIsNotOver(MerchantOrderState state) {
        boolean cancels = MerchantOrderTransition.LIFECYCLE.availableTo(Actor.Kind.OPERATOR, state).stream()
                .anyMatch(MerchantOrderTransition::isCancellation);
        assertThat(cancels).as("O01").isEqualTo(!state.isTerminal());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyButTheSystemSetsAnError(MerchantOrderTransition row) {
        if (row.to() == ERROR) {
            assertThat(row.by())
                    .as("M41")
                    .doesNotContain(Actor.Kind.MERCHANT, Actor.Kind.OPERATOR, Actor.Kind.CUSTOMER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusIsMailedExceptCancelledAndError(MerchantOrderTransition row) {
        boolean replay = row.from().contains(ERROR) && row.to() != CANCELLED;
        CustomerMessage expected = row.to() == CANCELLED
                ? CustomerMessage.REFUND_NOTICE
                : row.to() == ERROR || replay ? CustomerMessage.NONE : CustomerMessage.MAIL;
        assertThat(row.message()).as("M42, K8").isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void aPartInErrorIsReplayedToWhereItCameFrom(MerchantOrderState before) {
        if (UNDER_WAY.contains(before)) {
            MerchantOrderTransition resume = MerchantOrderTransition.resume(before);
            assertThat(resume.to()).isEqualTo(before);
            assertThat(resume.from()).containsExactly(ERROR);
            return;
        }
        assertThatIllegalArgumentException().isThrownBy(() -> MerchantOrderTransition.resume(before));
    }

    @Test
    void aMoveWithoutARowIsRefusedWithItsFacts() {
        assertThatThrownBy(() -> MerchantOrderTransition.CANCEL.apply(COMPLETED, Actor.Kind.MERCHANT))
                .isInstanceOfSatisfying(MoveRefused.class, refused -> {
                    assertThat(refused.key()).isEqualTo("MoveRefused");
                    assertThat(refused.transition()).isEqualTo("CANCEL");
                    assertThat(refused.state()).isEqualTo("COMPLETED");
                    assertThat(refused.actor()).isEqualTo(Actor.Kind.MERCHANT);
                });
    }

    @Test
    void theSettingSaysUntilWhenTheMerchantCancels() {
        assertThat(CancelLimit.DEFAULT).as("K1").isEqualTo(CancelLimit.BEFORE_VALIDATION);
        assertThat(allowedBy(CancelLimit.NEVER)).isEmpty();
        assertThat(allowedBy(CancelLimit.BEFORE_VALIDATION)).as("M49").containsExactly(RECORDED, CONFIRMING);
        assertThat(allowedBy(CancelLimit.BEFORE_READY)).containsExactly(RECORDED, CONFIRMING, PROCESSING);
        assertThat(allowedBy(CancelLimit.BEFORE_COMPLETED)).containsExactlyElementsOf(UNDER_WAY);
    }

    private static List<MerchantOrderState> offeredFrom(MerchantOrderState state) {
        return MerchantOrderTransition.LIFECYCLE.availableTo(Actor.Kind.MERCHANT, state).stream()
                .map(MerchantOrderTransition::to)
                .toList();
    }

    private static List<MerchantOrderState> allowedBy(CancelLimit limit) {
        return Arrays.stream(MerchantOrderState.values()).filter(limit::allows).toList();
    }
}
