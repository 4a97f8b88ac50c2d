package fr.halle.payment.service;

import fr.halle.shared.model.Environment;

/** Where the provider is and who we are to it; production changes only these. */
record MangopaySettings(String url, String clientId, String apiKey) {

    /** The simulator answers with the demo's key; the provider itself does not know it. */
    static MangopaySettings fromEnvironment() {
        return new MangopaySettings(
                Environment.setting("halle.provider.url", "http://localhost:8080/simulator"),
                Environment.setting("halle.provider.clientId", "halle-demo"),
                Environment.setting("halle.provider.apiKey", "halle-demo-key"));
    }

    String tokenAddress() {
        return url + "/v2.01/oauth/token";
    }

    /** @param path below the client, such as {@code payins/12} */
    String address(String path) {
        return url + "/v2.01/" + clientId + "/" + path;
    }

    /** Not to be written anywhere: the key is a secret. */
    @Override
    public String toString() {
        return "MangopaySettings[" + url + ", " + clientId + "]";
    }
}
