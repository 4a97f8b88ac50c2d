package fr.halle.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks, where proxies stand in front: only what one of them wrote counts. */
class WhoAsksBehindAProxyTest {

    private final Proxies proxies = new Proxies("127.0.0.1, 10.0.0.0/8, 172.16.0.0/12, fd00::/8");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // peer | X-Forwarded-For | who asks
                "127.0.0.1   | 203.0.113.7                        | 203.0.113.7",
                "127.0.0.1   | 203.0.113.7, 10.1.2.3              | 203.0.113.7",
                "10.255.0.1  | 2001:db8::7                        | 2001:db8::7",
                "fd00::1     | 203.0.113.7                        | 203.0.113.7",
                "172.31.0.9  | 203.0.113.7                        | 203.0.113.7",
                // It came from nobody that we believe.
                "172.32.0.9  | 203.0.113.7                        | 172.32.0.9",
                "198.51.100.1| 203.0.113.7                        | 198.51.100.1",
                // The visitor wrote the first himself.
                "127.0.0.1   | 198.51.100.9, 203.0.113.7          | 203.0.113.7",
                "127.0.0.1   | 10.0.0.1, 203.0.113.7, 10.0.0.2    | 203.0.113.7",
                // One proxy asks another, for itself.
                "127.0.0.1   | 10.0.0.2                           | 10.0.0.2",
                // No address, and no name that anybody would have to look up.
                "127.0.0.1   | shop.example                       | 127.0.0.1",
                "127.0.0.1   | 203.0.113.7, unknown               | 127.0.0.1",
                "127.0.0.1   | 999.0.113.7                        | 127.0.0.1",
                "127.0.0.1   | 203.0.113.7:4711, 10.0.0.2         | 10.0.0.2",
            })
    void isWhomTheNearestProxySaysItAsksFor(String peer, String forwarded, String expected) {
        assertThat(proxies.client(peer, List.of(forwarded))).isEqualTo(expected);
    }

    @Test
    void isReadFromTheLastOfSeveralHeaders() {
        assertThat(proxies.client("127.0.0.1", List.of("198.51.100.9", "203.0.113.7, 10.0.0.2")))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void isTheConnectionWhereNothingIsForwarded() {
        assertThat(proxies.client("127.0.0.1", List.of())).isEqualTo("127.0.0.1");
    }

    @Test
    void isTheConnectionWhereNoProxyIsNamed() {
        assertThat(new Proxies("").client("127.0.0.1", List.of("203.0.113.7"))).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::1/129", "/8"})
    void cannotBeToldByWhatIsNoAddress(String list) {
        assertThatThrownBy(() -> new Proxies(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(list);
    }
}
