package fr.halle.sales.service;

/** A file as it was sent, before anybody looked at it. */
public record NewFile(String name, byte[] content) {}
