package fr.halle.whole;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How every page, servlet and operation of the API is asked for what is another's. Braces are filled in by {@link Foreign}. */
final class Asked {

    /** What each page and servlet is asked with, besides nothing at all. */
    static final Map<String, List<String>> OF = new LinkedHashMap<>();

    /** The demo's outbox is everybody's by design, and there only in the demo. */
    static final Set<String> EVERYBODYS = Set.of("/demo/messages", "/demo/mail-body");

    private Asked() {}

    static {
        for (String open : List.of(
                "/basket",
                "/category",
                "/checkout",
                "/choice",
                "/failure",
                "/forbidden",
                "/help",
                "/contact",
                "/contact/frame",
                "/contact/embed.js",
                "/pro/help",
                "/index",
                "/not-found",
                "/product",
                "/search",
                "/shop",
                "/shops",
                "/terms",
                "/pro/sign-in",
                "/pro/forgotten",
                "/refused",
                "/too-many",
                "/theme/accent.css")) {
            OF.put(open, List.of("?q={name}", "/{order}?token={token}", "?id={partId}&number={part}"));
        }
        OF.put(
                "/order",
                List.of("/{order}", "/{order}?token=", "/{order}?token={otherToken}", "/{part}?token={otherToken}"));
        OF.put(
                "/order-receipt",
                List.of("/{order}", "/{order}?token={otherToken}", "/{order}?token={otherToken}&part={part}"));
        OF.put(
                "/order-code",
                List.of("?part={part}", "?part={part}&token={otherToken}", "?part={order}&token={otherToken}&as=png"));
        OF.put("/balance", List.of("?token={otherToken}", "?token={token}"));
        for (String ofCustomer : List.of("/quote", "/quote/paper")) {
            OF.put(ofCustomer, List.of("?token={otherToken}", "?token={token}", "?token={request}"));
        }
        OF.put("/track", List.of("?number={order}&email={email}"));
        OF.put("/demo/messages", List.of("?id={message}"));
        OF.put("/demo/mail-body", List.of("?id={message}"));
        OF.put("/payment/return", List.of("?ref={partId}", "?ref=" + UUID.randomUUID()));
        OF.put("/payment/notice/*", List.of("/../x?EventType=PAYIN_NORMAL_SUCCEEDED&RessourceId={partId}"));
        List<String> part = List.of("?number={part}", "?id={partId}", "?number={order}", "?number={part}&done=PROCESS");
        OF.put("/pro/orders/view", part);
        OF.put("/pro/orders/cancel", part);
        OF.put("/pro/orders/refund", part);
        OF.put("/pro/orders/replace", part);
        OF.put("/pro/orders/pdf", part);
        OF.put("/pro/orders/many", List.of("?part={part}:0&move=PROCESS", "?part={part}&move=CANCEL"));
        OF.put("/pro/orders/list", List.of("?q={part}", "?q={order}", "?q={name}", "?q={email}", "?state=OPEN"));
        OF.put(
                "/pro/orders/calendar",
                List.of("?month={month}", "?month={month}&by=service", "?month={part}", "?q={name}"));
        OF.put("/pro/orders/week", List.of("?from={day}", "?from={part}", "?number={part}"));
        OF.put("/pro/orders/round", List.of("?day={day}", "?day={part}", "?number={part}"));
        OF.put("/pro/orders/customer", List.of("?q={name}", "?q={email}", "?q={name}&email={email}", "?email={email}"));
        OF.put(
                "/pro/orders/export",
                List.of("?format=csv&q={part}", "?format=csv&q={name}", "?format=csv", "?q={email}"));
        OF.put("/pro/orders/filters", List.of("?forget={partId}", "?name={name}"));
        OF.put("/pro/sales/settings", List.of("?desk={partId}", "?desk=1", "?id={partId}"));
        OF.put("/pro/news", List.of("?since=0&unseen=0", "?since={partId}", "?since={name}&unseen=-1"));
        OF.put("/pro/sign-out", List.of("?id={partId}"));
        OF.put("/pro/index", List.of("?number={part}"));
        OF.put("/pro/profile", List.of("?id={partId}"));
        OF.put("/pro/team", List.of("?id={partId}", "?do=close:{partId}"));
        OF.put("/pro/password", List.of("?token={token}", "?token="));
        OF.put("/pro/finances", List.of("?after=999999999", "?number={part}"));
        OF.put("/pro/messages", List.of("?id={message}", "?q={email}", "?q={order}", "?before=999999999"));
        OF.put("/pro/mail-body", List.of("?id={message}"));
        OF.put("/pro/sales/requests", List.of("?client={name}", "?said=Bonjour", "?state=ALL", "?desk=1", "?all=1"));
        OF.put("/pro/sales/outside", List.of("?desk={request}", "?desk=1&day=2026-11-22", "?day=x"));
        OF.put("/pro/sales/measures", List.of("?desk={request}", "?desk=1", "?from=2026-01-01&to=2026-12-31"));
        OF.put(
                "/pro/sales/measures-export",
                List.of("?format=csv&desk=1", "?format=xlsx&desk={request}", "?format=csv"));
        OF.put("/pro/sales/export", List.of("?format=csv", "?format=xlsx&state=ALL", "?desk=1"));
        for (String ofRequest :
                List.of("request", "dossier", "say", "filing", "answers", "presence", "new", "news", "filters")) {
            OF.put("/pro/sales/" + ofRequest, List.of("?id={request}", "?id={file}", "?desk={request}", "?since=0"));
        }
        for (String conversation : List.of("", "/say", "/file")) {
            OF.put(
                    "/conversation" + conversation,
                    List.of(
                            "?token={otherToken}",
                            "?token={token}&id={file}",
                            "?id={file}",
                            "?token={request}&id={file}"));
        }
        for (String ofQuote :
                List.of("dossiers", "dossier-done", "quote", "quote-add", "quote-send", "quote-paper", "quote-do")) {
            OF.put("/pro/sales/" + ofQuote, List.of("?id={request}", "?desk={request}", "?q={name}&view=list"));
        }
        OF.put("/pro/sales/file", List.of("?id={file}", "?id={request}"));
        OF.put("/pro/part-resend", List.of("?id={partId}&what=mails", "?id={partId}&what=recap"));
        OF.put("/pro/message-resend", List.of("?id={message}"));
        OF.put("/pro/second-factor", List.of("?id={partId}"));
        for (String operators : List.of(
                "access",
                "clock",
                "errors",
                "jobs",
                "ledger",
                "numbers",
                "overview",
                "payouts",
                "quality",
                "refunds",
                "settings")) {
            OF.put("/pro/operation/" + operators, List.of("?q={order}", "?q={part}", "?number={part}", "?id={partId}"));
        }
        // What somebody asks of the trail is kept in it, and read there again by whoever asked: no name is typed here.
        for (String trail : List.of("trail", "trail-export")) {
            OF.put("/pro/operation/" + trail, List.of("?about={order}", "?portal=ville", "?after=999999999"));
        }
    }

    /** An operation of the API, asked with this address and body. */
    record Operation(String path, String body) {}

    static final Map<String, Operation> OPERATIONS = Map.ofEntries(
            Map.entry("GET /openapi.json", new Operation("/openapi.json", "")),
            Map.entry("GET /health", new Operation("/health", "")),
            Map.entry("GET /products", new Operation("/products?q={name}", "")),
            Map.entry("GET /products/{slug}", new Operation("/products/{order}", "")),
            Map.entry("GET /products/{slug}/availability", new Operation("/products/{order}/availability", "")),
            Map.entry("GET /categories", new Operation("/categories", "")),
            Map.entry("GET /shops", new Operation("/shops", "")),
            Map.entry("GET /shops/{slug}", new Operation("/shops/{order}", "")),
            Map.entry("GET /shops/{slug}/slots", new Operation("/shops/{order}/slots", "")),
            Map.entry("POST /contact-requests", new Operation("/contact-requests", "{\"shop\":\"{order}\"}")),
            Map.entry("POST /carts", new Operation("/carts", "")),
            Map.entry("GET /carts/{id}", new Operation("/carts/{otherCart}", "")),
            Map.entry("PATCH /carts/{id}", new Operation("/carts/{otherCart}", "{\"lines\":[{goods}]}")),
            Map.entry("POST /carts/{id}/lines", new Operation("/carts/{otherCart}/lines", "{goods}")),
            Map.entry(
                    "PATCH /carts/{id}/lines/{line}",
                    new Operation("/carts/{otherCart}/lines/{line}", "{\"quantity\":3}")),
            Map.entry("DELETE /carts/{id}/lines/{line}", new Operation("/carts/{otherCart}/lines/{line}", "")),
            Map.entry(
                    "PUT /carts/{id}/parts/{shop}",
                    new Operation("/carts/{otherCart}/parts/huitriere", "{\"mode\":\"PICKUP\"}")),
            Map.entry("POST /carts/{id}/checkout", new Operation("/carts/{otherCart}/checkout", "{}")),
            Map.entry("GET /orders/{number}", new Operation("/orders/{order}?token={otherToken}", "")),
            Map.entry("GET /merchant/calendar", new Operation("/merchant/calendar?month=2026-11", "")),
            Map.entry("GET /merchant/parts", new Operation("/merchant/parts?q={part}", "")),
            Map.entry("GET /merchant/parts/{number}", new Operation("/merchant/parts/{part}", "")),
            Map.entry(
                    "POST /merchant/parts/{number}/moves",
                    new Operation("/merchant/parts/{part}/moves", "{\"move\":\"PROCESS\",\"version\":0}")));
}
