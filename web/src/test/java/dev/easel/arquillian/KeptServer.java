package dev.easel.arquillian;

import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;

/**
 * Payara Micro that is started by the first class of container tests and stopped after the last.
 * All of them deploy the same archive, and a start takes longer than most of their tests.
 */
public class KeptServer extends PayaraMicroDeployableContainer {

  private Archive<?> archive;
  private ProtocolMetaData address;

  /** Starts the server with the archive, or says where it runs already. */
  @Override
  public ProtocolMetaData deploy(Archive<?> wanted) throws DeploymentException {
    if (address == null) {
      address = super.deploy(wanted);
      archive = wanted;
    } else if (!wanted.getContent().keySet().equals(archive.getContent().keySet())) {
      throw new DeploymentException("the server runs with other classes: use Slices.war()");
    }
    return address;
  }

  /** After each class; the server goes on. */
  @Override
  public void undeploy(Archive<?> ignored) {
    // stop() does it.
  }

  /** After the last class. */
  @Override
  public void stop() throws LifecycleException {
    try {
      if (address != null) {
        super.undeploy(archive);
      }
    } catch (DeploymentException e) {
      throw new LifecycleException("the server does not stop", e);
    } finally {
      address = null;
    }
    super.stop();
  }
}
