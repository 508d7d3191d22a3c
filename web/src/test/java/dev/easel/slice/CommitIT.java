package dev.easel.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.identity.Tenant;
import dev.easel.domain.shared.Ids;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What entities write while the container commits belongs to the transaction. */
@ArquillianTest
class CommitIT {

  @Inject LateRefusal refusal;
  @Inject Backstage backstage;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @Test
  void whatIsWrittenAtTheCommitGoesWhenTheCommitFails() throws Exception {
    Tenant tenant = new Tenant(Ids.random("ten"), "Refused", "pro", backstage.now());

    assertThatThrownBy(() -> refusal.write(tenant)).isInstanceOf(EJBException.class);

    assertThat(backstage.count("select count(*) from tenant where id = ?", tenant.id())).isZero();
  }
}
