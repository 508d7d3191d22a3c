package dev.easel.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.shared.Remark;
import dev.easel.fake.InMemoryAssets;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.MovableClock;
import dev.easel.fake.Stored;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StorageNoticeTest {

  private static final long MB = 1024L * 1024;
  private static final Caller ANN = new Caller("ten_ann", "user_ann", "key_ann", "tiny", false);

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final MovableClock clock = new MovableClock();
  private final StorageNotice notice = new StorageNotice();
  private long stored;
  private int counted;

  @BeforeEach
  void sellAPlanOfTenMegabytes() {
    database.add(Stored.of(Plan.class, Map.of("id", "tiny", "storageMb", 10)));
    database.add(Stored.of(Plan.class, Map.of("id", "huge", "storageMb", 100_000)));
    notice.identities = new InMemoryIdentities(database);
    notice.images = imagesOfSize();
    notice.assets = new InMemoryAssets(database);
    notice.clock = clock;
  }

  @Test
  void saysNothingBelowNineTenths() {
    assertThat(codeAt(9 * MB - 1)).isEmpty();
  }

  @Test
  void warnsFromNineTenthsOn() {
    assertThat(codeAt(9 * MB)).contains("storage_nearly_full");
    assertThat(codeAt(10 * MB)).contains("storage_nearly_full");
  }

  @Test
  void warnsBeyondTheLimit() {
    assertThat(codeAt(10 * MB + 1)).contains("storage_exceeded");
  }

  @Test
  void countsOnceInFiveMinutes() {
    codeAt(11 * MB);
    codeAt(0);
    assertThat(counted).isEqualTo(1);

    clock.pass(Duration.ofMinutes(5));

    assertThat(codeAt(0)).isEmpty();
  }

  @Test
  void aLargerPlanIsNoticedAtOnce() {
    codeAt(11 * MB);

    assertThat(notice.of(new Caller("ten_ann", "user_ann", "key_ann", "huge", false))).isEmpty();
  }

  private Optional<String> codeAt(long bytes) {
    stored = bytes;
    return notice.of(ANN).map(Remark::code);
  }

  /** Knows sizes and no images. */
  private ImageRepository imagesOfSize() {
    return (ImageRepository)
        Proxy.newProxyInstance(
            ImageRepository.class.getClassLoader(),
            new Class<?>[] {ImageRepository.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("bytesOf")) {
                throw new UnsupportedOperationException(method.getName());
              }
              counted++;
              return stored;
            });
  }
}
