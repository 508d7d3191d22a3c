package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.generation.Attempt;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.editing.EditServices;
import dev.easel.service.workflow.Workflows;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobOrdersTest {

  private final House house = new House();

  @Test
  void nodesThatTakeTheOrderItselfGetNoGraph() {
    PreparedJob job = orders().prepare(job("sdcpp", "sd_xl_base_1.0"));

    assertThat(job.workflow()).isEmpty();
    assertThat(job.files()).isEmpty();
    assertThat(job.order().upstreamModel()).isEqualTo("sd_xl_base_1.0");
    assertThat(job.order().count()).isEqualTo(2);
  }

  @Test
  void theirObjectionsAreInOurWordsAlready() {
    OpenJob job = job("a1111", "sd_xl_base_1.0");

    assertThat(
            orders().worded(job, new JobFault(JobFault.Kind.INVALID_VALUE, "is too large", "size")))
        .isEqualTo("size: is too large");
    assertThat(orders().worded(job, JobFault.of(JobFault.Kind.NODE_FAILED, "It broke")))
        .isEqualTo("It broke");
  }

  @Test
  void otherNodesNeedTheirWorkflow() {
    assertThatThrownBy(() -> orders().prepare(job("comfyui", "gone")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("was removed");
  }

  private OpenJob job(String adapter, String upstreamId) {
    String id = house.submit(2).id();
    return new OpenJob(
        house.stored(id), new Attempt(id, 1, adapter, upstreamId, "server-1", Instant.EPOCH));
  }

  private JobOrders orders() {
    JobOrders made = new JobOrders();
    made.orders = new RenderOrders();
    made.orders.inputs = EditServices.inputs(null); // nothing is given
    made.orders.references = GivenReferences.by(Workflows.none());
    made.references = made.orders.references;
    made.workflows = Workflows.none();
    return made;
  }
}
