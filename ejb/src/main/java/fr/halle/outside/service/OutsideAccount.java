package fr.halle.outside.service;

/**
 * Where a desk's outside system is, and who the desk is to it.
 *
 * @param keyId sent with every call
 * @param key never sent, and never to be written anywhere
 */
record OutsideAccount(String url, String keyId, String key) {

    @Override
    public String toString() {
        return "OutsideAccount[" + url + ", " + keyId + "]";
    }
}
