/** Shops as visitors meet them: who they are and whether they are open. It knows no product. */
@org.jspecify.annotations.NullMarked
package fr.halle.merchant.web;
