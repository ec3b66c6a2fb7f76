package muster.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import java.util.List;
import muster.kernel.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The published values of RFC 6962 hashing, and the texts of a hash.
class HashingATreeTest {

    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }

    @Test
    void leaves_and_nodes_hash_to_the_published_values() {
        assertThat(hex(Merkle.emptyRoot())).isEqualTo(ROOTS.getFirst());
        assertThat(hex(Merkle.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(hex(Merkle.leaf("L123456".getBytes(US_ASCII))))
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
        // the published node has children of 4 bytes, which no Hash can have
        assertThat(hex(Hash.sha256(new byte[] {1}, "N123".getBytes(US_ASCII), "N456".getBytes(US_ASCII))))
                .isEqualTo("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
    }

    @Test
    void the_reference_tree_has_the_published_root_at_every_size() {
        var tree = new MerkleTree();
        Frontier frontier = Frontier.empty();
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(hex(tree.root(size))).isEqualTo(ROOTS.get(size));
            assertThat(hex(frontier.root())).isEqualTo(ROOTS.get(size));
            if (size < LEAVES.size()) {
                Hash leaf = Merkle.leaf(HexFormat.of().parseHex(LEAVES.get(size)));
                tree.append(leaf);
                frontier = frontier.append(leaf);
            }
        }
    }

    @Test
    void a_hash_is_a_value_with_two_texts() {
        Hash hash = Merkle.leaf("a leaf".getBytes(US_ASCII));
        assertThat(Hash.fromBase64(hash.base64())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(Hash.fromBase64Url(hash.base64Url())).isEqualTo(hash);
        assertThat(hash.base64()).hasSize(44);
        assertThat(hash.base64Url()).hasSize(43);
        assertThat(hash).isNotEqualTo(Merkle.emptyRoot());
        byte[] copy = hash.bytes();
        copy[0]++;
        assertThat(Hash.of(copy)).isNotEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
                "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
                " 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
            })
    void a_hash_has_exactly_one_base64_text(String text) {
        assertThat(Merkle.emptyRoot().base64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Hash.fromBase64(text));
    }
}
