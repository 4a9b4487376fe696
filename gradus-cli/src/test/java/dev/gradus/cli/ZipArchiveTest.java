package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ZipArchiveTest {
  private static byte[] archive() {
    ZipArchive zip = new ZipArchive();
    zip.add("a/run", "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), true);
    zip.add("a/größe", new byte[0], false);
    return zip.bytes();
  }

  @Test
  void anyReaderOfZipReadsIt() throws Exception {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive()))) {
      assertThat(zip.getNextEntry()).isNotNull().extracting(ZipEntry::getName).isEqualTo("a/run");
      assertThat(zip.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("#!/bin/sh\n");
      assertThat(zip.getNextEntry()).isNotNull().extracting(ZipEntry::getName).isEqualTo("a/größe");
      assertThat(zip.readAllBytes()).isEmpty();
      assertThat(zip.getNextEntry()).isNull();
    }
  }

  @Test
  void theDirectoryKeepsWhatMayBeRun() {
    ByteBuffer bytes = ByteBuffer.wrap(archive()).order(ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(bytes.limit() - 6);
    assertThat(bytes.getInt(directory)).isEqualTo(0x02014b50);
    assertThat(bytes.getInt(directory + 38) >>> 16).isEqualTo(0100755);
    int second = directory + 46 + "a/run".length();
    assertThat(bytes.getInt(second + 38) >>> 16).isEqualTo(0100644);
  }

  @Test
  void theTimeZoneDoesNotShow() {
    TimeZone before = TimeZone.getDefault();
    byte[] here = archive();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(archive()).isEqualTo(here);
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
