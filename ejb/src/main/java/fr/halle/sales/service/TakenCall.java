package fr.halle.sales.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody wrote down who took a call, or stood at the counter (S08). Texts as typed, empty where nothing was. */
public record TakenCall(
        String firstName,
        String lastName,
        String email,
        String phone,
        String language,
        @Nullable Long objectId,
        @Nullable Long categoryId,
        @Nullable LocalDate arrivesOn,
        @Nullable LocalDate leavesOn,
        @Nullable Integer adults,
        @Nullable Integer children,
        String message) {}
