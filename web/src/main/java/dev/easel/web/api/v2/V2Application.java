package dev.easel.web.api.v2;

import dev.easel.web.api.Dialect;
import dev.easel.web.api.v2.admin.BatchRunResource;
import dev.easel.web.api.v2.admin.EndingModelsResource;
import dev.easel.web.api.v2.admin.FailuresResource;
import dev.easel.web.api.v2.admin.IdentityProvidersResource;
import dev.easel.web.api.v2.admin.LedgerAuditResource;
import dev.easel.web.api.v2.admin.ModelPricesResource;
import dev.easel.web.api.v2.admin.ModelsAdminResource;
import dev.easel.web.api.v2.admin.ModerationRefusalResource;
import dev.easel.web.api.v2.admin.ModerationRuleResource;
import dev.easel.web.api.v2.admin.ModerationTestResource;
import dev.easel.web.api.v2.admin.NodesResource;
import dev.easel.web.api.v2.admin.PlansResource;
import dev.easel.web.api.v2.admin.QueueResource;
import dev.easel.web.api.v2.admin.RefundResource;
import dev.easel.web.api.v2.admin.TenantCreditsResource;
import dev.easel.web.api.v2.admin.TenantsResource;
import dev.easel.web.api.v2.admin.WorkflowResource;
import dev.easel.web.api.v2.gallery.CollectionResource;
import dev.easel.web.api.v2.gallery.CurationResource;
import dev.easel.web.api.v2.gallery.GalleryBulkResource;
import dev.easel.web.api.v2.gallery.GalleryItemResource;
import dev.easel.web.api.v2.gallery.GalleryResource;
import dev.easel.web.api.v2.gallery.LineageResource;
import dev.easel.web.api.v2.gallery.PublicGalleryResource;
import dev.easel.web.api.v2.gallery.ShareResource;
import dev.easel.web.api.v2.gallery.SharedResource;
import dev.easel.web.api.v2.gallery.SimilarResource;
import dev.easel.web.api.v2.gallery.ZipResource;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Table of contents of {@code /api/v2}. */
@ApplicationPath("api/v2")
public class V2Application extends Dialect {

  @Override
  protected Set<Class<?>> own() {
    return Set.of(
        AssetResource.class,
        AuditResource.class,
        BatchRunResource.class,
        BudgetResource.class,
        CollectionResource.class,
        CreditsFilter.class,
        CurationResource.class,
        GalleryBulkResource.class,
        GalleryItemResource.class,
        GalleryResource.class,
        GenerateResource.class,
        IdentityProvidersResource.class,
        GenerationResource.class,
        GenerationEventsResource.class,
        InvoiceResource.class,
        LedgerAuditResource.class,
        LineageResource.class,
        SimilarResource.class,
        ShareResource.class,
        SharedResource.class,
        ZipResource.class,
        KeyResource.class,
        OAuthAppResource.class,
        LedgerResource.class,
        ModelPricesResource.class,
        EndingModelsResource.class,
        ModelsAdminResource.class,
        ModelResource.class,
        ModerationRefusalResource.class,
        ModerationRuleResource.class,
        ModerationTestResource.class,
        NodesResource.class,
        PlanResource.class,
        PlansResource.class,
        ProcessResource.class,
        ProfileResource.class,
        PublicGalleryResource.class,
        QueueResource.class,
        FailuresResource.class,
        QuoteResource.class,
        RefundResource.class,
        TenantCreditsResource.class,
        TenantsResource.class,
        UsageFileResource.class,
        UsageResource.class,
        WorkflowResource.class);
  }
}
