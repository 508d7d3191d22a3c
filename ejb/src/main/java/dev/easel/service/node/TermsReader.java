package dev.easel.service.node;

import dev.easel.domain.node.NodeAddress;
import dev.easel.domain.node.NodeTerms;
import dev.easel.domain.provider.NodePulse;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes of what an administrator says what is stored: judged, completed, its secrets sealed. */
@ApplicationScoped
public class TermsReader {

  private static final String ADDRESS = "url";

  /** One renders, one waits, so that the node never idles between two. */
  private static final Map<String, Integer> USUAL_IN_FLIGHT = Map.of("comfyui", 2, "sdcpp", 2);

  /** Their API names the running job only: a second one could not be told from it. */
  private static final Set<String> ONE_AT_A_TIME = Set.of("a1111");

  @Inject Inspectors inspectors;
  @Inject SecretBox box;

  /**
   * @param id of the node to be, for whom secrets are sealed
   * @throws FailureException {@code INVALID_REQUEST}
   */
  NodeTerms terms(String id, NodeWish wish) {
    String given =
        wish.address().orElseThrow(() -> FailureException.invalid(ADDRESS, "is required"));
    String address = address(given);
    Map<String, String> headers = wish.headers().orElse(Map.of());
    String kind =
        wish.kind().isPresent()
            ? known(wish.kind().get())
            : guess(id, address, headers, wish.tlsIdentity().orElse(""));
    NodeTerms terms =
        new NodeTerms(
            wish.name().orElseGet(() -> nameOf(address)),
            kind,
            address,
            wish.labels().orElse(Map.of()),
            wish.models().orElse(Set.of()),
            sealed(id, headers),
            headers.keySet(),
            wish.tlsIdentity().orElse(""),
            wish.maxInFlight().orElseGet(() -> usual(kind)));
    return judged(terms);
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST}
   */
  NodeTerms changed(String id, NodeTerms old, NodeWish wish) {
    NodeTerms terms =
        new NodeTerms(
            wish.name().orElse(old.name()),
            wish.kind().map(this::known).orElse(old.kind()),
            wish.address().map(TermsReader::address).orElse(old.address()),
            wish.labels().orElse(old.labels()),
            wish.models().orElse(old.allowed()),
            wish.headers().map(headers -> sealed(id, headers)).orElse(old.sealedHeaders()),
            wish.headers().map(Map::keySet).orElse(old.headerNames()),
            wish.tlsIdentity().orElse(old.tlsIdentity()),
            wish.maxInFlight().orElse(old.maxInFlight()));
    return judged(terms);
  }

  private static NodeTerms judged(NodeTerms terms) {
    if (ONE_AT_A_TIME.contains(terms.kind()) && terms.maxInFlight() > 1) {
      throw FailureException.invalid("max_in_flight", "must be 1 for nodes of this kind");
    }
    return terms;
  }

  private static String address(String text) {
    return NodeAddress.of(text)
        .orElseThrow(
            () ->
                FailureException.invalid(
                    ADDRESS,
                    "must be an http or https address without user, query and fragment;"
                        + " credentials go into headers"));
  }

  private String known(String kind) {
    if (!inspectors.kinds().contains(kind)) {
      throw FailureException.invalid(
          "kind",
          "must be one of: " + String.join(", ", inspectors.kinds().stream().sorted().toList()));
    }
    return kind;
  }

  /** What answers there. */
  private String guess(String id, String address, Map<String, String> headers, String identity) {
    return inspectors.kinds().stream()
        .sorted()
        .filter(kind -> answers(id, kind, address, headers, identity))
        .findFirst()
        .orElseThrow(
            () ->
                FailureException.invalid(
                    "kind", "is required, since nothing known answers at " + address));
  }

  private boolean answers(
      String id, String kind, String address, Map<String, String> headers, String identity) {
    NodeTerms terms =
        new NodeTerms(
            nameOf(address), kind, address, Map.of(), Set.of(), "", Set.of(), identity, 1);
    return inspectors.pulse(KnownNodes.target(id, terms, headers)) instanceof NodePulse.Alive;
  }

  private String sealed(String id, Map<String, String> headers) {
    return headers.isEmpty() ? "" : box.seal(HeaderText.of(headers), id);
  }

  private static int usual(String kind) {
    return USUAL_IN_FLIGHT.getOrDefault(kind, 1);
  }

  /** {@code gpu-1.example.org-8188}. */
  private static String nameOf(String address) {
    URI uri = URI.create(address);
    String port = uri.getPort() == -1 ? "" : "-" + uri.getPort();
    String name =
        (uri.getHost() + port).replaceAll("[^A-Za-z0-9._-]+", "").replaceAll("^[._-]+", "");
    return Optional.of(name)
        .filter(n -> NodeTerms.NAME.matcher(n).matches())
        .orElse("node-" + Integer.toHexString(address.hashCode()));
  }
}
