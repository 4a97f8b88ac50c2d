package fr.halle.sales.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the block "Dossier" shall hold, as it was typed.
 *
 * @param version of the request as the page showed it
 * @param categoryId one of the desk's, null for none
 * @param assignedTo somebody of the desk's, null for nobody
 * @param confirmed whether it was asked before, and said yes to what follows from other dates (S19)
 */
public record DossierWish(
        int version,
        @Nullable Long categoryId,
        @Nullable Long assignedTo,
        @Nullable LocalDate arrivesOn,
        @Nullable LocalDate leavesOn,
        boolean confirmed) {}
