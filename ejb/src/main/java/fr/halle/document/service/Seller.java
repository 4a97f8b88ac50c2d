package fr.halle.document.service;

/** Who sells, as the law wants it told: a portal sells nothing itself. */
record Seller(long portalId, String legalName, String siret, String vatNumber, String email, String phone) {}
