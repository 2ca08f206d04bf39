package org.tremplin.platform.file;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import reactor.core.publisher.Mono;

/** What a browser sent as a file. */
public final class Uploaded {

    private Uploaded() {}

    /** The bytes of an uploaded part; one byte too many where there are more than {@code most}; none for no file. */
    public static Mono<byte[]> bytes(@Nullable Part part, int most) {
        if (!(part instanceof FilePart file)) {
            return Mono.just(new byte[0]);
        }
        return DataBufferUtils.join(file.content(), most + 1)
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .onErrorReturn(DataBufferLimitException.class, new byte[most + 1])
                .defaultIfEmpty(new byte[0]);
    }
}
