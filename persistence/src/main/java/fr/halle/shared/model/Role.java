package fr.halle.shared.model;

/** What somebody signs in as; the names are the application's security roles. What each may do: {@link Permission}. */
public enum Role {
    /** A merchant: everything of its shop, its money and its team. */
    OWNER,
    /** Works on a merchant's orders: moves them, cancels them, writes to customers. */
    ORDER_DESK,
    /** Looks at a merchant's orders, and changes nothing. */
    READER,
    /** Works in one merchant's commercial desk, and reads its orders. */
    SECRETARY,
    /** Runs a portal, or all of them. */
    OPERATOR
}
