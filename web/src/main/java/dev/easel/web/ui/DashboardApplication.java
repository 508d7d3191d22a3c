package dev.easel.web.ui;

import dev.easel.web.api.FormInputReader;
import dev.easel.web.error.CallerGoneInterceptor;
import dev.easel.web.ui.billing.BillingController;
import dev.easel.web.ui.billing.BudgetsController;
import dev.easel.web.ui.billing.PlanController;
import dev.easel.web.ui.billing.StatementFiles;
import dev.easel.web.ui.changes.ChangesController;
import dev.easel.web.ui.changes.ChangesFiles;
import dev.easel.web.ui.gallery.CollectionsController;
import dev.easel.web.ui.gallery.GalleryController;
import dev.easel.web.ui.gallery.ItemController;
import dev.easel.web.ui.home.HomeController;
import dev.easel.web.ui.keys.KeysController;
import dev.easel.web.ui.members.AuditController;
import dev.easel.web.ui.members.AuditFiles;
import dev.easel.web.ui.members.JoinController;
import dev.easel.web.ui.members.MembersController;
import dev.easel.web.ui.members.ServiceAccountsController;
import dev.easel.web.ui.models.ModelsController;
import dev.easel.web.ui.moderation.RulesController;
import dev.easel.web.ui.oauth.OAuthAppsController;
import dev.easel.web.ui.operate.FailuresController;
import dev.easel.web.ui.operate.HealthController;
import dev.easel.web.ui.operate.NodesController;
import dev.easel.web.ui.operate.QueueController;
import dev.easel.web.ui.plans.PlansController;
import dev.easel.web.ui.providers.GroupRulesController;
import dev.easel.web.ui.providers.ProvidersController;
import dev.easel.web.ui.providers.RehearsalController;
import dev.easel.web.ui.session.AddressController;
import dev.easel.web.ui.session.CsrfFilter;
import dev.easel.web.ui.session.ExternalSignInController;
import dev.easel.web.ui.session.FactorController;
import dev.easel.web.ui.session.IdentitiesController;
import dev.easel.web.ui.session.SessionsController;
import dev.easel.web.ui.session.SetupController;
import dev.easel.web.ui.session.SignInController;
import dev.easel.web.ui.session.VisitFilter;
import dev.easel.web.ui.session.VisitLimitFilter;
import dev.easel.web.ui.shared.PublicController;
import dev.easel.web.ui.shared.SharedController;
import dev.easel.web.ui.studio.CompareController;
import dev.easel.web.ui.studio.GenerationController;
import dev.easel.web.ui.studio.ProgressResource;
import dev.easel.web.ui.studio.SourceResource;
import dev.easel.web.ui.studio.StudioController;
import dev.easel.web.ui.tenants.TenantsController;
import dev.easel.web.ui.usage.UsageController;
import dev.easel.web.ui.usage.UsageFiles;
import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Table of contents of {@code /app}: the pages of who is signed in. */
@ApplicationPath("app")
public class DashboardApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        HomeController.class,
        StudioController.class,
        GenerationController.class,
        CompareController.class,
        SourceResource.class,
        ProgressResource.class,
        FormInputReader.class,
        GalleryController.class,
        ItemController.class,
        CollectionsController.class,
        SharedController.class,
        PublicController.class,
        KeysController.class,
        OAuthAppsController.class,
        UsageController.class,
        UsageFiles.class,
        BillingController.class,
        BudgetsController.class,
        StatementFiles.class,
        PlanController.class,
        MembersController.class,
        ServiceAccountsController.class,
        JoinController.class,
        AuditController.class,
        AuditFiles.class,
        QueueController.class,
        ModelsController.class,
        TenantsController.class,
        PlansController.class,
        RulesController.class,
        ProvidersController.class,
        GroupRulesController.class,
        RehearsalController.class,
        ChangesController.class,
        ChangesFiles.class,
        NodesController.class,
        FailuresController.class,
        HealthController.class,
        SessionsController.class,
        SignInController.class,
        ExternalSignInController.class,
        AddressController.class,
        FactorController.class,
        IdentitiesController.class,
        SetupController.class,
        VisitFilter.class,
        NullFilter.class,
        CsrfFilter.class,
        VisitLimitFilter.class,
        CallerGoneInterceptor.class,
        PageFailureMapper.class);
  }

  /** Krazo's token lives in an HttpSession, which we have none of; {@link CsrfFilter} checks. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        Csrf.CSRF_PROTECTION, Csrf.CsrfOptions.OFF, "jersey.config.server.wadl.disableWadl", true);
  }
}
