package dev.easel.domain.sso;

import java.util.Optional;

/**
 * A provider's word that somebody signed out there (OpenID Connect Back-Channel Logout 1.0).
 *
 * @param subject whose sessions end; looked at only where there is no {@code sid}
 * @param sid the one session of the provider that ended
 */
public record LogoutNotice(String issuer, Optional<String> subject, Optional<String> sid) {}
