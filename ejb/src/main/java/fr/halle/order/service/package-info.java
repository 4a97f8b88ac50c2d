/** What happens to an order once it is placed: a part's moves and their effects, its cancellation, the lists its merchant reads. It knows no page, and asks the payment capability for the money. */
@org.jspecify.annotations.NullMarked
package fr.halle.order.service;
