package fr.halle.checkout.service;

import org.jspecify.annotations.Nullable;

/**
 * The contact details as typed, every one of them possibly missing.
 *
 * @param country two letters, France where it is missing
 * @param adult whether the customer says to be 18 or older
 */
public record CustomerForm(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String country,
        boolean adult) {}
