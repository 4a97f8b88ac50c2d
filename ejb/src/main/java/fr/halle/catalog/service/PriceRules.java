package fr.halle.catalog.service;

import fr.halle.catalog.model.ProductKind;

/** Which rule is whose. */
final class PriceRules {

    private static final PriceRule GOODS = new GoodsPrice();
    private static final PriceRule GROUP_LESSON = new GroupLessonPrice();
    private static final PriceRule PRIVATE_LESSON = new PrivateLessonPrice();
    private static final PriceRule ACTIVITY = new ActivityPrice();
    private static final PriceRule PASS = new PassPrice();
    private static final PriceRule RENTAL = new RentalPrice();
    private static final PriceRule LODGING = new LodgingPrice();
    private static final PriceRule INSURANCE = new InsurancePrice();

    private PriceRules() {}

    static PriceRule of(ProductKind kind) {
        return switch (kind) {
            case GOODS -> GOODS;
            case GROUP_LESSON -> GROUP_LESSON;
            case PRIVATE_LESSON -> PRIVATE_LESSON;
            case ACTIVITY -> ACTIVITY;
            case PASS -> PASS;
            case RENTAL -> RENTAL;
            case LODGING -> LODGING;
            case INSURANCE -> INSURANCE;
        };
    }
}
