package fr.halle.shared.model;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean of which there is one, without state of a request: who injects it holds the object itself. The application scope would
 * put a proxy in between, which calls what is not public by reflection; a purchase passes hundreds of such calls, and they took a
 * sixth of the application's time (docs/performance.md).
 */
@Stereotype
@Singleton
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Service {}
