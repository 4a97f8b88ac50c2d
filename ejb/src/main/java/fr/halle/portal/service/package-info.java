/** Which portal a request is for, and its settings; cached, since every request asks. */
@org.jspecify.annotations.NullMarked
package fr.halle.portal.service;
