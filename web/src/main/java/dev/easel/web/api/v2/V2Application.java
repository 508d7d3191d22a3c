package dev.easel.web.api.v2;

import dev.easel.web.api.CallerFilter;
import dev.easel.web.api.Dialect;
import dev.easel.web.api.ErrorMappers;
import dev.easel.web.api.JsonInputReader;
import dev.easel.web.api.RateLimitFilter;
import dev.easel.web.api.RateLimitHeaders;
import dev.easel.web.api.ScopeFilter;
import dev.easel.web.api.v2.admin.RefundResource;
import dev.easel.web.api.v2.admin.TenantCreditsResource;
import jakarta.ws.rs.ApplicationPath;
import java.util.HashSet;
import java.util.Set;

/** Table of contents of {@code /api/v2}. */
@ApplicationPath("api/v2")
public class V2Application extends Dialect {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(ErrorMappers.all());
    classes.addAll(
        Set.of(
            CallerFilter.class,
            ScopeFilter.class,
            RateLimitFilter.class,
            RateLimitHeaders.class,
            JsonInputReader.class,
            CreditsFilter.class,
            GenerateResource.class,
            GenerationResource.class,
            GenerationEventsResource.class,
            InvoiceResource.class,
            LedgerResource.class,
            ModelResource.class,
            ProfileResource.class,
            RefundResource.class,
            TenantCreditsResource.class));
    return classes;
  }
}
