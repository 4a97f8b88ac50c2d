/** Who calls the API's merchant side: the owner of a bearer token. It knows no order. */
@org.jspecify.annotations.NullMarked
package fr.halle.identity.api;
