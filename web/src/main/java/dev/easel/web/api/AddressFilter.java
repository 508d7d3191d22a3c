package dev.easel.web.api;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.error.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges and mends addresses before any dialect sees them. Broken percent encoding is refused.
 * {@code /api/api/…} means {@code /api/…}: the development base of seed 001 ends in {@code /api},
 * and its paths begin with it.
 */
public class AddressFilter implements Filter {

  private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** A forward could reach what no address may, such as WEB-INF: only plain paths get one. */
  private static final Pattern DOUBLED = Pattern.compile("/api(/api/v[12](?:/.*)?)");

  private static final Pattern CLIMBING =
      Pattern.compile("(?:\\.|%2[eE]){2}|[;\\\\]|%5[cC]|%3[bB]");

  @Inject Wordings wordings;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    String path = RequestPath.of(asked);
    if (isBroken(path) || isBroken(asked.getQueryString())) {
      wordings.send(Refusal.of(brokenEncoding()), asked, (HttpServletResponse) response);
      return;
    }
    Matcher doubled = DOUBLED.matcher(path);
    if (doubled.matches() && !CLIMBING.matcher(path).find()) {
      request.getRequestDispatcher(doubled.group(1)).forward(request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isBroken(String text) {
    return text != null && BROKEN.matcher(text).find();
  }

  private static FailureException brokenEncoding() {
    return FailureException.of(
        FailureCode.INVALID_REQUEST, "The address is not percent-encoded properly");
  }
}
