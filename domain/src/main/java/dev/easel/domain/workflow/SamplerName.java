package dev.easel.domain.workflow;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A way of sampling as ComfyUI names it. What the name it came from did not say is empty: then the
 * workflow's own stays.
 */
public record SamplerName(Optional<String> sampler, Optional<String> scheduler) {

  /** Of a node with core classes only; others are read from the node itself. */
  private static final Set<String> SAMPLERS =
      Set.of(
          ("euler euler_cfg_pp euler_ancestral euler_ancestral_cfg_pp heun heunpp2 dpm_2"
                  + " dpm_2_ancestral lms dpm_fast dpm_adaptive dpmpp_2s_ancestral"
                  + " dpmpp_2s_ancestral_cfg_pp dpmpp_sde dpmpp_sde_gpu dpmpp_2m dpmpp_2m_cfg_pp"
                  + " dpmpp_2m_sde dpmpp_2m_sde_gpu dpmpp_2m_sde_heun dpmpp_2m_sde_heun_gpu"
                  + " dpmpp_3m_sde dpmpp_3m_sde_gpu ddpm lcm ipndm ipndm_v deis res_multistep"
                  + " res_multistep_cfg_pp res_multistep_ancestral res_multistep_ancestral_cfg_pp"
                  + " gradient_estimation gradient_estimation_cfg_pp er_sde seeds_2 seeds_3"
                  + " sa_solver sa_solver_pece ddim uni_pc uni_pc_bh2")
              .split(" "));

  private static final Set<String> SCHEDULERS =
      Set.of(
          "simple",
          "sgm_uniform",
          "karras",
          "exponential",
          "ddim_uniform",
          "beta",
          "normal",
          "linear_quadratic",
          "kl_optimal");

  /** What diffusers, hosted APIs and AUTOMATIC1111 say, plainly written. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          entry("euler_a", "euler_ancestral"),
          entry("k_euler", "euler"),
          entry("k_euler_a", "euler_ancestral"),
          entry("k_euler_ancestral", "euler_ancestral"),
          entry("eulerdiscrete", "euler"),
          entry("eulerancestraldiscrete", "euler_ancestral"),
          entry("heundiscrete", "heun"),
          entry("k_heun", "heun"),
          entry("lmsdiscrete", "lms"),
          entry("k_lms", "lms"),
          entry("plms", "ipndm"),
          entry("pndm", "ipndm"),
          entry("unipc", "uni_pc"),
          entry("unipcmultistep", "uni_pc"),
          entry("deismultistep", "deis"),
          entry("dpmsolver", "dpmpp_2m"),
          entry("dpmsolvermultistep", "dpmpp_2m"),
          entry("dpmsolversinglestep", "dpmpp_2s_ancestral"),
          entry("dpmsolversde", "dpmpp_sde"),
          entry("k_dpm_2", "dpm_2"),
          entry("k_dpm_2_a", "dpm_2_ancestral"),
          entry("k_dpm_2_ancestral", "dpm_2_ancestral"),
          entry("k_dpmpp_2m", "dpmpp_2m"),
          entry("k_dpmpp_2s_ancestral", "dpmpp_2s_ancestral"),
          entry("k_dpmpp_sde", "dpmpp_sde"),
          entry("dpm2", "dpm_2"),
          entry("dpm2_a", "dpm_2_ancestral"),
          entry("dpmpp_2s_a", "dpmpp_2s_ancestral"),
          entry("karrasdpm", "dpmpp_2m karras"),
          entry("ddim", "ddim ddim_uniform"));

  private static final Map<String, String> SCHEDULER_SUFFIXES =
      Map.of(
          "_karras", "karras",
          "_exponential", "exponential",
          "_sgm_uniform", "sgm_uniform",
          "_simple", "simple",
          "_beta", "beta");

  /** Whether a core node has a scheduler of this very name. */
  public static boolean isScheduler(String name) {
    return SCHEDULERS.contains(name);
  }

  /**
   * Reads {@code DPM++ 2M Karras}, {@code Euler a}, {@code K_EULER}, {@code dpmpp_2m}, {@code
   * karras} and the like, whatever the case.
   *
   * @return empty if it is none that nodes know
   */
  public static Optional<SamplerName> parse(String name) {
    String plain = plain(name);
    if (SCHEDULERS.contains(plain)) {
      return Optional.of(new SamplerName(Optional.empty(), Optional.of(plain)));
    }
    Optional<SamplerName> whole = known(plain);
    return whole.isPresent() ? whole : withSuffix(plain);
  }

  private static Optional<SamplerName> withSuffix(String plain) {
    return SCHEDULER_SUFFIXES.entrySet().stream()
        .filter(suffix -> plain.endsWith(suffix.getKey()))
        .flatMap(
            suffix ->
                known(plain.substring(0, plain.length() - suffix.getKey().length())).stream()
                    .map(base -> new SamplerName(base.sampler, Optional.of(suffix.getValue()))))
        .findFirst();
  }

  private static Optional<SamplerName> known(String plain) {
    String[] words = OTHER_NAMES.getOrDefault(plain, plain).split(" ");
    Optional<String> scheduler = words.length > 1 ? Optional.of(words[1]) : Optional.empty();
    return SAMPLERS.contains(words[0])
        ? Optional.of(new SamplerName(Optional.of(words[0]), scheduler))
        : Optional.empty();
  }

  /** {@code DPM++ 2M Karras} is {@code dpmpp_2m_karras}; diffusers ends class names so. */
  private static String plain(String name) {
    return name.trim()
        .toLowerCase(Locale.ROOT)
        .replace("dpm++", "dpmpp")
        .replaceAll("[\\s_-]+", "_")
        .replaceAll("_?scheduler$", "");
  }
}
