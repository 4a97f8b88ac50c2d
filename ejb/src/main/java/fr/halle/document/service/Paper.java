package fr.halle.document.service;

/** A file to download. */
public record Paper(String fileName, byte[] pdf) {}
