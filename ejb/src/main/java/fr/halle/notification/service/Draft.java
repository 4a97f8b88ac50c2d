package fr.halle.notification.service;

import fr.halle.order.model.OrderLine;
import fr.halle.portal.model.Portal;
import fr.halle.portal.model.Preset;
import fr.halle.sales.model.MailContentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A letter being written: what all letters share is set here, the composer adds the rest from top to bottom. */
final class Draft {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final Brief brief;
    private final String subject;
    private final String preview;
    private final String title;
    private final List<Letter.Block> blocks = new ArrayList<>();
    private Letter.@Nullable Progress progress;
    private Letter.@Nullable Picture picture;
    private Letter.@Nullable Link button;
    private final List<Letter.Link> terms = new ArrayList<>();

    Draft(Brief brief, String subject, String preview, String title) {
        this.brief = brief;
        this.subject = Plain.clean(subject);
        this.preview = preview;
        this.title = title;
    }

    Draft progress(Letter.Progress of) {
        progress = of;
        return this;
    }

    Draft picture(OrderLine line) {
        if (!line.picture().isEmpty()) {
            picture = new Letter.Picture(brief.links().picture(line.picture()), line.name());
        }
        return this;
    }

    Draft say(String text) {
        blocks.add(new Letter.Paragraph(text));
        return this;
    }

    /** What somebody worded: its paragraphs, and the line breaks in them. Nothing in it is markup. */
    Draft lines(String text) {
        for (String paragraph : text.replace("\r\n", "\n").split("\\n\\s*\\n")) {
            String clean = paragraph
                    .lines()
                    .map(Plain::clean)
                    .collect(Collectors.joining("\n"))
                    .strip();
            if (!clean.isEmpty()) {
                blocks.add(new Letter.Paragraph(clean));
            }
        }
        return this;
    }

    /** Under what a commercial desk says: its own signature (P09). */
    Draft signed(DeskFacts.Desk desk) {
        String own = desk.content(brief.words(), MailContentKind.SIGNATURE);
        return lines(own.isBlank() ? desk.name() : own);
    }

    Draft table(List<Letter.Line> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new Letter.Table(List.copyOf(lines)));
        }
        return this;
    }

    /** What the reader does now, or waits for. */
    Draft next(List<String> steps) {
        blocks.add(new Letter.Steps(brief.words().say("next.title"), List.copyOf(steps)));
        return this;
    }

    Draft code(Letter.Code code) {
        blocks.add(code);
        return this;
    }

    /** The terms that were accepted with these parts, as a written confirmation names them (L221-13). */
    Draft terms(List<Facts.Part> of) {
        brief.terms(of)
                .forEach(accepted -> terms.add(new Letter.Link(
                        brief.words().say("footer.terms", "whose", accepted.whose()),
                        brief.links().terms(accepted.versionId()))));
        return this;
    }

    Draft button(String words, String address) {
        button = new Letter.Link(words, address);
        return this;
    }

    /** To a customer: the merchant speaks, and reads the answer (O08, K18). */
    Letter from(Facts.Part part) {
        Facts.Shop shop = part.shop();
        Words words = brief.words();
        String contact = shop.name() + ", " + shop.address() + ", " + Phones.shown(shop.phone()) + ". "
                + words.say("footer.reference", "number", part.number());
        return letter(
                part.merchant().name(),
                part.merchant().email(),
                Plain.clean(contact),
                words.say("footer.reply", "merchant", part.merchant().name()));
    }

    /** To whoever asked: the commercial desk speaks. @param replyTo into the conversation, or the desk's mailbox */
    Letter fromDesk(DeskFacts.Desk desk, String replyTo) {
        String contact = desk.name() + ", " + desk.email()
                + (desk.phone().isEmpty() ? "" : ", " + Phones.shown(desk.phone())) + ".";
        return letter(
                desk.name(),
                replyTo,
                Plain.clean(contact),
                brief.words().say("footer.replyToDesk", "desk", desk.name()));
    }

    /** To a commercial desk that answers on the request's page, and nowhere else: the operator speaks, and the letter says so. */
    Letter answeredOnPage() {
        Portal portal = brief.portal();
        return letter(
                portal.name(), portal.supportEmail(), support(), brief.words().say("footer.answeredOnPage"));
    }

    /** To a commercial desk that works by mail, about whoever asked, who reads the answer: the operator speaks. */
    Letter aboutAsker(String email) {
        return letter(brief.portal().name(), email, support(), brief.words().say("footer.replyToCustomer"));
    }

    /** To a merchant about a customer, who reads the answer: the operator speaks. */
    Letter aboutCustomerOf(Facts.Part part) {
        return letter(
                brief.portal().name(),
                part.customer().email(),
                support(),
                brief.words().say("footer.replyToCustomer"));
    }

    /** To a merchant, or to a customer of whom no merchant is known: the operator speaks. */
    Letter fromOperator() {
        Portal portal = brief.portal();
        return letter(portal.name(), portal.supportEmail(), support(), "");
    }

    private String support() {
        Portal portal = brief.portal();
        return brief.words()
                .say(
                        "footer.support",
                        "portal",
                        portal.name(),
                        "email",
                        portal.supportEmail(),
                        "phone",
                        Phones.shown(portal.supportPhone()));
    }

    private Letter letter(String sender, String replyTo, String speaker, String answer) {
        Portal portal = brief.portal();
        Words words = brief.words();
        Links links = brief.links();
        List<Letter.Link> ends = new ArrayList<>(terms);
        ends.add(new Letter.Link(words.say("footer.legal"), links.legalNotice()));
        ends.add(new Letter.Link(words.say("footer.privacy"), links.privacy()));
        Letter.Footer footer = new Letter.Footer(speaker, answer, brief.legal(), ends);
        return new Letter(
                words.language(),
                new Letter.Brand(portal.name(), links.home(), links.logo(theme(portal)), accent(portal)),
                Plain.clean(sender),
                replyTo,
                subject,
                preview,
                progress,
                title,
                picture,
                blocks,
                button,
                footer);
    }

    /** The preset's logo, as the shop shows it. */
    private static String theme(Portal portal) {
        return switch (portal.settings().preset()) {
            case MOUNTAIN -> "montagne";
            case TOWN_PICKUP -> "ville";
            case TOWN_ORDERS -> "terroir";
        };
    }

    /** White words must be legible on it; an operator's own colour is checked when it is saved. */
    private static String accent(Portal portal) {
        String own = portal.accent();
        if (own != null && COLOUR.matcher(own).matches()) {
            return own;
        }
        Preset preset = portal.settings().preset();
        return switch (preset) {
            case MOUNTAIN -> "#a61f36";
            case TOWN_PICKUP -> "#0e6073";
            case TOWN_ORDERS -> "#4f6119";
        };
    }
}
