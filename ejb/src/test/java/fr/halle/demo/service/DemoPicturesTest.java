package fr.halle.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoPicturesTest {

    private static final Path FOLDER = Path.of("../web/src/main/webapp/assets/img");
    private static final long LARGEST = 100_000;
    private static final long ALL_TOGETHER = 5_000_000;

    @Test
    void everyProductAndShopHasAPictureOfItsOwn() {
        List<String> pictures = Stream.concat(
                        LoadedDemo.products().stream().map(ProductFile::picture),
                        LoadedDemo.shops().stream().map(MerchantFile.Shop::picture))
                .toList();

        assertThat(pictures)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(FOLDER.resolve(name)).isRegularFile());
    }

    /** Mail programs show no SVG: what is ordered is shown by a small PNG of the same drawing, 4:3, 48 colours. */
    @Test
    void andOneThatMailProgramsShow() {
        assertThat(LoadedDemo.products()).allSatisfy(product -> {
            Path png = FOLDER.resolve("mail").resolve(product.picture().replace(".svg", ".png"));
            assertThat(png).isRegularFile();
            assertThat(Files.size(png)).isLessThan(LARGEST);
        });
    }

    @Test
    void everyCategoryHasAPicture() {
        DemoFiles.PORTALS.forEach(portal -> DemoFiles.portal(portal)
                .categories()
                .forEach(category ->
                        assertThat(FOLDER.resolve(category.picture())).isRegularFile()));
    }

    @Test
    void thePictureSaysWhatTheDataSay() throws IOException {
        for (ProductFile product : LoadedDemo.products()) {
            assertThat(Files.readString(FOLDER.resolve(product.picture())))
                    .as(product.slug())
                    .contains("<title>" + product.alt().fr() + "</title>");
        }
    }

    @Test
    void picturesAreSmallAndHoldNoScript() throws IOException {
        long all = 0;
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".svg")).toList()) {
                all += Files.size(file);
                assertThat(Files.size(file)).as(Objects.toString(file)).isLessThan(LARGEST);
                assertThat(Files.readString(file))
                        .doesNotContainPattern("(?i)<script|\\son\\w+=|javascript:|<foreignObject");
            }
        }
        assertThat(all).isLessThan(ALL_TOGETHER);
    }
}
