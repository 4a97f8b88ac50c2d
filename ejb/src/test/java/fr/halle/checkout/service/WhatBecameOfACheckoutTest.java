package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.checkout.service.CheckoutOutcome.State;
import fr.halle.payment.model.PaymentState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WhatBecameOfACheckoutTest {

    @ParameterizedTest
    @CsvSource({
        "PENDING, REDIRECTED, PAYING",
        "PENDING, INITIATED, WAITING",
        "PENDING, UNKNOWN, WAITING",
        "PENDING, AUTHORISED, WAITING",
        "FAILED, REFUSED, REFUSED",
        "FAILED, ABANDONED, ABANDONED",
        "FAILED, REDIRECTED, EXPIRED",
        "EXPIRED, EXPIRED, EXPIRED",
        "EXPIRED, UNKNOWN, WAITING",
        "EXPIRED, AUTHORISED, GIVEN_BACK",
        "FAILED, VOIDED, GIVEN_BACK"
    })
    void followsFromTheCheckoutAndItsPayment(String checkout, PaymentState payment, State outcome) {
        assertThat(CheckoutOutcomes.state(checkout, payment)).isEqualTo(outcome);
    }

    /** Nobody is asked to pay again while the bank may still have taken the money. */
    @ParameterizedTest
    @EnumSource(PaymentState.class)
    void neverAsksForMoneyThatMayBeGone(PaymentState payment) {
        boolean open = CheckoutOutcomes.state("PENDING", payment) == State.PAYING;
        assertThat(open).isEqualTo(payment == PaymentState.REDIRECTED);
    }
}
