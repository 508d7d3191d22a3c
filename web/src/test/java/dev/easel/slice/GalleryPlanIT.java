package dev.easel.slice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL reads lists of the gallery: along an index where there is one for the order, which
 * it says when it is told that anything else is dear. What H2 does, {@link GalleryIT} looks at.
 */
@ArquillianTest
class GalleryPlanIT {

  private static final String OWN =
      "select i.id from gallery_item i where i.tenant_id = 'a' and i.trashed = false";

  @Inject Backstage backstage;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @Test
  void postgresqlReadsEveryOrderAlongAnIndex() throws Exception {
    if (backstage.isH2()) {
      return;
    }
    for (String column : List.of("likes", "views", "downloads")) {
      assertThat(
              plan(
                  OWN
                      + " and i.$ <= 7 and (i.$, i.id) < (7, 'x')".replace("$", column)
                      + " order by i.tenant_id, i.trashed, i.$ desc, i.id desc limit 41"
                          .replace("$", column)))
          .as(column)
          .contains("ix_gallery_item_" + column)
          .contains("ROW")
          .doesNotContain("Seq Scan")
          .doesNotContain("Sort");
    }
    assertThat(
            plan(
                OWN
                    + " and i.model_id = 'm' and i.created_at <= now()"
                    + " order by i.tenant_id, i.trashed, i.model_id, i.created_at desc, i.id desc"
                    + " limit 41"))
        .contains("ix_gallery_item_model")
        .doesNotContain("Sort");
  }

  @Test
  void postgresqlFindsWordsByWhatTheyBeginWith() throws Exception {
    if (backstage.isH2()) {
      return;
    }
    assertThat(
            plan(
                "select t.item_id from gallery_term t where t.term >= 'w:lak' and t.term < 'w:lal'"
                    + " and t.tenant_id = 'a' limit 2001"))
        .contains("ix_gallery_term_tenant")
        .contains("Index")
        .contains(">= 'w:lak'")
        .doesNotContain("Seq Scan");
    assertThat(plan("select count(*) from gallery_item where indexed = false"))
        .doesNotContain("Seq Scan");
  }

  /** Empty tables are read whole unless that is made dear. */
  private String plan(String sql) throws Exception {
    return backstage.plan(
        List.of("set local enable_seqscan = off", "set local enable_sort = off"), sql);
  }
}
