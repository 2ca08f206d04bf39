package org.tremplin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoLinkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/watch?v=Ab3dE6gH9jK",
                "https://youtube.com/watch?app=desktop&v=Ab3dE6gH9jK&t=4s",
                "https://m.youtube.com/watch?v=Ab3dE6gH9jK&feature=share",
                "https://youtu.be/Ab3dE6gH9jK?si=trace&t=4",
                "https://youtu.be/Ab3dE6gH9jK/",
                "https://www.youtube.com/shorts/Ab3dE6gH9jK?feature=share",
                "https://www.youtube.com/embed/Ab3dE6gH9jK",
                "https://www.youtube-nocookie.com/embed/Ab3dE6gH9jK?rel=0",
                "https://www.youtube.com/live/Ab3dE6gH9jK",
                "HTTPS://WWW.YOUTUBE.COM/watch?v=Ab3dE6gH9jK",
                "  https://youtu.be/Ab3dE6gH9jK  "
            })
    void knowsAYoutubeVideoAndDropsItsTrackingCodes(String typed) {
        VideoLink link = VideoLink.of(typed).orElseThrow();
        assertThat(link.embed()).isEqualTo("https://www.youtube-nocookie.com/embed/Ab3dE6gH9jK");
        assertThat(link.watch()).isEqualTo("https://www.youtube.com/watch?v=Ab3dE6gH9jK");
        assertThat(link.host()).isEqualTo("YouTube");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vimeo.com/123456789",
                "https://www.vimeo.com/123456789?share=copy",
                "https://player.vimeo.com/video/123456789?h=x",
                "https://vimeo.com/channels/staffpicks/123456789"
            })
    void knowsAVimeoVideo(String typed) {
        VideoLink link = VideoLink.of(typed).orElseThrow();
        assertThat(link.embed()).isEqualTo("https://player.vimeo.com/video/123456789?dnt=1");
        assertThat(link.watch()).isEqualTo("https://vimeo.com/123456789");
    }

    @Test
    void keepsTheSecretOfAnUnlistedVimeoVideo() {
        assertThat(VideoLink.of("https://vimeo.com/123456789/0123456789")
                        .orElseThrow()
                        .embed())
                .isEqualTo("https://player.vimeo.com/video/123456789?dnt=1&h=0123456789");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://peertube.example/w/abc",
                "https://www.youtube.com/@channel",
                "https://www.youtube.com/watch?v=short",
                "https://www.youtube.com/watch?v=Ab3dE6gH9jK%22onload",
                "https://www.youtube.com/embed/Ab3dE6gH9jK/../../evil",
                "https://youtube.com.evil.example/watch?v=Ab3dE6gH9jK",
                "https://evil.example/youtube.com/watch?v=Ab3dE6gH9jK",
                "https://notyoutube.com/embed/Ab3dE6gH9jK",
                "https://vimeo.com/about",
                "https://vimeo.com/123456789abc"
            })
    void embedsNothingElse(String typed) {
        VideoLink link = VideoLink.of(typed).orElseThrow();
        assertThat(link.embeddable()).isFalse();
        assertThat(link.watch()).startsWith("https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "youtube",
                "http://www.youtube.com/watch?v=Ab3dE6gH9jK",
                "javascript:alert(1)//https://youtu.be/Ab3dE6gH9jK",
                "https:Ab3dE6gH9jK",
                "https://user:password@youtu.be/Ab3dE6gH9jK",
                "https://youtu.be:8443/Ab3dE6gH9jK",
                "https://localhost/video",
                "https://127.0.0.1/video",
                "https://[::1]/video",
                "data:text/html,<script>",
                "https://exam ple.org/",
                "https://youtu.be/Ab3dE6gH9jK\"><script>",
                "//youtu.be/Ab3dE6gH9jK"
            })
    void refusesWhatIsNoSafeAddress(String typed) {
        assertThat(VideoLink.of(typed)).isEmpty();
    }

    @Property
    void neverEmbedsAnythingButTheTwoPlayers(@ForAll String path) {
        VideoLink.of("https://www.youtube.com/" + path).ifPresent(link -> {
            String embed = link.embed();
            if (embed != null) {
                assertThat(embed).matches("https://www\\.youtube-nocookie\\.com/embed/[A-Za-z0-9_-]{11}");
            }
        });
        VideoLink.of(path).ifPresent(link -> assertThat(link.watch()).startsWith("https://"));
    }

    @Property
    void readsItsOwnAddressAgain(@ForAll("ids") String id) {
        VideoLink link = VideoLink.of("https://youtu.be/" + id).orElseThrow();
        assertThat(VideoLink.of(link.watch())).contains(link);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> ids() {
        return net.jqwik.api.Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('_', '-')
                .ofLength(11);
    }
}
